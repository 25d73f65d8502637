const { App, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { API, listEndpoints } = require("./endpoints");

/**
 * Synthesizes one stack with an AWS provider, as `node app.js OUTPUT_DIRECTORY ENDPOINTS` says.
 *
 * @param {(stack: TerraformStack, endpoints: ReturnType<typeof listEndpoints>) => void} define
 */
function synthesize(define) {
  const [outdir, count] = process.argv.slice(2);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new AwsProvider(stack, "aws", { region: API.region });
  define(stack, listEndpoints(Number(count)));
  app.synth();
}

module.exports = { synthesize };
