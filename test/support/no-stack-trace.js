/**
 * In the place of CDKTF's own module, which takes the whole call stack of every token that is made: Jest maps each frame
 * to its source, which is a quarter of what the tests cost. The second name is CDK Terrain's.
 */
exports.captureStackTrace = () => [];
exports.captureCreationStack = exports.captureStackTrace;
