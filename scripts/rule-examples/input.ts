export const INPUT_EXAMPLES: { readonly [rule: string]: string } = {
  "input/invalid-acknowledgement": `new StageCache(this, "cache", {
  stage,
  endpoints: [{ method: listCats }],
  acknowledgements: { "gateway/body-not-in-keys": "the body is always empty" },
});`,

  "input/missing-option": `new CachedRestApi(this, "cats", { stageName: "prod" });`,

  "input/unknown-option": `const cache = JSON.parse('{ "ttlinseconds": 60 }');
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache }],
});`,

  "input/unused-acknowledgement": `new StageCache(this, "cache", {
  stage,
  endpoints: [{ method: listCats }],
  acknowledgements: { "gateway/body-not-in-key": "the body is always empty" },
});`,

  "input/wrong-type": `const cache = JSON.parse('{ "enabled": "yes" }');
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache }],
});`,
};
