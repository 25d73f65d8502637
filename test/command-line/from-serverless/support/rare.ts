/** A configuration with what the samples and the fixtures do not have. */
export const RARE = `service: { name: 2Rare_Names }
provider:
  name: aws
  stage: prod
  region: \${ssm:/region}
  endpointType: edge
  tracing: { apiGateway: true }
  tags: { team: "o'cats" }
  stackTags: { "cost center": a }
  apiGateway:
    apiKeySourceType: AUTHORIZER
    description: 'The "cats" of \${cf:names.Owner}, \${path.module} and %{if}'
    binaryMediaTypes: ["image/*"]
    minimumCompressionSize: 1024
    disableDefaultEndpoint: false
    resourcePolicy:
      - { Effect: Allow, Principal: "*", Action: [execute-api:Invoke], Resource: ["execute-api:/*"], Condition: { IpAddress: { aws:SourceIp: [!Ref Office] } } }
custom:
  apiGatewayCaching:
    enabled: true
    ttlInSeconds: \${ssm:/ttl, 60}
    dataEncrypted: \${cf:x.Encrypted}
    perKeyInvalidation: { requireAuthorization: true, handleUnauthorizedRequests: IgnoreWithWarning }
functions:
  2fa: { name: "\${ssm:/name}-2fa", handler: a.b, events: [{ http: { path: /2fa, method: get, authorizer: aws_iam } }] }
  get-it:
    handler: a.b
    events:
      - http: GET /plain
      - http: { path: /a, method: get, authorizer: get_it }
      - http: { path: /b, method: get, authorizer: { name: get_it, type: token } }
      - http: { path: /c, method: get, authorizer: { arn: !GetAtt Guard.Arn, type: request, resultTtlInSeconds: "\${ssm:/guard-ttl}" } }
      - http: { path: /d, method: get, authorizer: { type: COGNITO_USER_POOLS, authorizerId: !Ref Pool, scopes: [a/b] } }
      - http: { path: /e, method: get, authorizer: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Abc" }
      - http: { path: /f, method: get, authorizer: { type: CUSTOM, authorizerId: abc123 } }
      - http: { path: /g, method: get, authorizer: { name: guests, arn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Def", identitySource: method.request.header.X-Token, resultTtlInSeconds: "\${ssm:/pool-ttl}", identityValidationExpression: "^\${a}$" } }
      - http: { path: /h, method: get, authorizer: { name: asked, arn: !GetAtt Asked.Arn, type: request, resultTtlInSeconds: 0, managedExternally: true } }
      - http: { path: /i, method: get, authorizer: kept }
  get_it:
    handler: a.b
    events:
      - http: { path: /mock, method: get, cors: { origins: ["\${cf:web.Url}"], allowCredentials: true, maxAge: 60 }, integration: mock, request: { template: { application/json: '{ "statusCode": 200 }' } } }
      - http: { path: "/http/{id}", method: get, integration: http, request: { uri: "https://example.com/{id}", method: post, passThrough: when_no_match } }
      - http: { path: /nowhere, method: get, integration: http-proxy, connectionType: vpc-link, connectionId: !Ref Link }
      - http: { path: /mapped, method: get, integration: lambda, cors: { origin: "https://a.example.com", allowCredentials: true }, request: { contentHandling: CONVERT_TO_TEXT, parameters: { headers: { X-Kind: { required: false, mappedValue: "'\${kind}'" } } } } }
      - http: { path: /own, method: post, integration: lambda, request: { template: { text/plain: "$input.body \${allParams}" } }, caching: { enabled: true, cacheKeyParameters: [{ name: integration.request.header.Body, mappedFrom: method.request.body }, { name: integration.request.querystring.p, mappedFrom: method.request.querystring.page }] } }
  kept: { handler: a.b, provisionedConcurrency: 1, events: [{ http: GET /kept }] }
  kept-mapped: { handler: a.b, provisionedConcurrency: 1, events: [{ http: { path: /kept-mapped, method: get, integration: lambda } }] }
`;
