const { App, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { CloudflareProvider } = require("@cdktf/provider-cloudflare/lib/provider");
const { TlsProvider } = require("@cdktf/provider-tls/lib/provider");
const { EDGE, listHosts } = require("./hosts");

/**
 * Synthesizes one stack with the three providers that a host needs, as `node app.js OUTPUT_DIRECTORY HOSTS` says.
 *
 * @param {(stack: TerraformStack, hosts: ReturnType<typeof listHosts>) => void} define
 */
function synthesize(define) {
  const [outdir, count] = process.argv.slice(2);
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "bench");
  new AwsProvider(stack, "aws", { region: EDGE.region });
  new CloudflareProvider(stack, "cloudflare");
  new TlsProvider(stack, "tls");
  define(stack, listHosts(Number(count)));
  app.synth();
}

module.exports = { synthesize };
