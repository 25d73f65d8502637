// The same resources written as JSON, without CDKTF: what no program can do in less.
const { mkdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { definitionHash, openApiBody } = require("./definition");
const { API, listEndpoints } = require("./endpoints");

const CACHED = {
  cache_data_encrypted: false,
  cache_ttl_in_seconds: API.ttlSeconds,
  caching_enabled: true,
  require_authorization_for_cache_control: true,
  unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER",
};

function stackJson(endpoints) {
  const body = openApiBody(endpoints);
  const { name } = API;
  return {
    provider: { aws: [{ region: API.region }] },
    resource: {
      aws_api_gateway_deployment: {
        [name]: {
          ...metadata(name, "deployment"),
          lifecycle: { create_before_destroy: true },
          rest_api_id: `\${aws_api_gateway_rest_api.${name}.id}`,
          triggers: { definition: definitionHash({ body }) },
        },
      },
      aws_api_gateway_method_settings: methodSettings(endpoints),
      aws_api_gateway_rest_api: {
        [name]: { ...metadata(name, "rest-api"), body, endpoint_configuration: { types: ["REGIONAL"] }, name },
      },
      aws_api_gateway_stage: {
        [name]: {
          ...metadata(name, "stage"),
          cache_cluster_enabled: true,
          cache_cluster_size: API.clusterSize,
          deployment_id: `\${aws_api_gateway_deployment.${name}.id}`,
          rest_api_id: `\${aws_api_gateway_rest_api.${name}.id}`,
          stage_name: API.stageName,
        },
      },
    },
  };
}

function methodSettings(endpoints) {
  const blocks = { [settingsName("default")]: settings("default", "*/*", { ...CACHED, caching_enabled: false }) };
  let previous = settingsName("default");
  for (const { id, methodPath } of endpoints) {
    const depends_on = [`aws_api_gateway_method_settings.${previous}`];
    previous = settingsName(id);
    blocks[previous] = { ...settings(id, methodPath, CACHED), depends_on };
  }
  return blocks;
}

function settings(id, methodPath, block) {
  return {
    ...metadata(settingsName(id), `cache/${id}`),
    method_path: methodPath,
    rest_api_id: `\${aws_api_gateway_stage.${API.name}.rest_api_id}`,
    settings: block,
    stage_name: `\${aws_api_gateway_stage.${API.name}.stage_name}`,
  };
}

function settingsName(id) {
  return `${API.name}_cache_${id}`;
}

function metadata(uniqueId, path) {
  return { "//": { metadata: { path: `bench/${API.name}/${path}`, uniqueId } } };
}

const [outdir, count] = process.argv.slice(2);
const directory = join(outdir, "stacks", "bench");
mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(stackJson(listEndpoints(Number(count))), undefined, 2));
