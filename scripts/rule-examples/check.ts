/** Terraform JSON that breaks a rule which no code of this library can break. */
export const CHECK_EXAMPLES: { readonly [rule: string]: string } = {
  "edge/missing-ref": `{
  "resource": {
    "cloudflare_ruleset": {
      "transform": {
        "zone_id": "0123456789abcdef0123456789abcdef",
        "kind": "zone",
        "name": "default",
        "phase": "http_request_late_transform",
        "rules": [
          { "action": "rewrite", "expression": "(http.host eq \\"api.example.com\\")" },
          { "action": "rewrite", "expression": "(http.host eq \\"www.example.com\\")" }
        ]
      }
    }
  }
}`,

  "gateway/cached-by-default": `{
  "resource": {
    "aws_api_gateway_method_settings": {
      "all": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "prod",
        "method_path": "*/*",
        "settings": { "caching_enabled": true }
      }
    }
  }
}`,

  "gateway/cluster-without-size": `{
  "resource": {
    "aws_api_gateway_stage": {
      "prod": {
        "rest_api_id": "\${var.rest_api_id}",
        "deployment_id": "\${var.deployment_id}",
        "stage_name": "prod",
        "cache_cluster_enabled": true
      }
    },
    "aws_api_gateway_method_settings": {
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "\${aws_api_gateway_stage.prod.stage_name}",
        "method_path": "~1cats/GET",
        "settings": { "caching_enabled": true }
      }
    }
  }
}`,

  "gateway/key-not-declared": `{
  "resource": {
    "aws_api_gateway_method": {
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "resource_id": "\${var.resource_id}",
        "http_method": "GET",
        "authorization": "NONE"
      }
    },
    "aws_api_gateway_integration": {
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "resource_id": "\${var.resource_id}",
        "http_method": "\${aws_api_gateway_method.list.http_method}",
        "type": "MOCK",
        "cache_key_parameters": ["method.request.querystring.breed"]
      }
    }
  }
}`,

  "gateway/setting-without-cluster": `{
  "resource": {
    "aws_api_gateway_stage": {
      "prod": {
        "rest_api_id": "\${var.rest_api_id}",
        "deployment_id": "\${var.deployment_id}",
        "stage_name": "prod"
      }
    },
    "aws_api_gateway_method_settings": {
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "\${aws_api_gateway_stage.prod.stage_name}",
        "method_path": "~1cats/GET",
        "settings": { "caching_enabled": true }
      }
    }
  }
}`,

  "gateway/setting-without-method": `{
  "resource": {
    "aws_api_gateway_rest_api": {
      "api": { "name": "cats" }
    },
    "aws_api_gateway_method": {
      "root": {
        "rest_api_id": "\${aws_api_gateway_rest_api.api.id}",
        "resource_id": "\${aws_api_gateway_rest_api.api.root_resource_id}",
        "http_method": "GET",
        "authorization": "NONE"
      }
    },
    "aws_api_gateway_method_settings": {
      "list": {
        "rest_api_id": "\${aws_api_gateway_rest_api.api.id}",
        "stage_name": "prod",
        "method_path": "~1cats/GET",
        "settings": { "metrics_enabled": true }
      }
    }
  }
}`,

  "gateway/setting-without-order": `{
  "resource": {
    "aws_api_gateway_method_settings": {
      "all": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "prod",
        "method_path": "*/*",
        "settings": { "metrics_enabled": true, "logging_level": "ERROR" }
      },
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "prod",
        "method_path": "~1cats/GET",
        "settings": { "caching_enabled": true }
      }
    }
  }
}`,

  "gateway/setting-without-throttle": `{
  "resource": {
    "aws_api_gateway_method_settings": {
      "all": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "prod",
        "method_path": "*/*",
        "settings": { "throttling_rate_limit": 100, "throttling_burst_limit": 50 }
      },
      "list": {
        "rest_api_id": "\${var.rest_api_id}",
        "stage_name": "prod",
        "method_path": "~1cats/GET",
        "settings": { "caching_enabled": true },
        "depends_on": ["aws_api_gateway_method_settings.all"]
      }
    }
  }
}`,

  "input/credentials-in-text": `{
  "provider": {
    "cloudflare": { "api_token": "v4lY0pXq2Rr8TnW6cKjB-sDhG5eZ7uMoF9aI3xLw" }
  }
}`,
};
