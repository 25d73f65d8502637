// What every CDKTF application costs: one empty stack.
const { App, TerraformStack } = require("cdktf");

const app = new App({ outdir: process.argv[2] });
new TerraformStack(app, "bench");
app.synth();
