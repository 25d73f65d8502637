/** Answers every request with what it was asked, and with the time, so that a cached answer can be told from a new one. */
exports.handler = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    request: `${event.httpMethod} ${event.path}`,
    query: event.queryStringParameters,
    answeredAt: new Date().toISOString(),
  }),
});
