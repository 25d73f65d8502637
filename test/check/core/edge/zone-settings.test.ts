import { zoneSetting } from "../../../../lib/check/core/edge/zone-settings";
import { configurationOf } from "../../support/configuration";

const read = (type: string, attributes: object, block = "resource") =>
  zoneSetting(configurationOf({ [block]: { [type]: { x: attributes } } }).resources[0]!, "ssl");

test.each([
  ["cloudflare_zone_setting", { setting_id: "ssl", value: "full" }, { property: "value", value: "full" }],
  ["cloudflare_zone_setting", { setting_id: "http3", value: "on" }, undefined],
  ["cloudflare_zone_settings_override", { settings: [{ ssl: "full" }] }, { property: "settings.ssl", value: "full" }],
  ["cloudflare_zone_settings_override", { settings: { http3: "on" } }, undefined],
  ["cloudflare_zone_settings_override", {}, undefined],
  ["cloudflare_other", { setting_id: "ssl", settings: { ssl: "full" } }, undefined],
])("the TLS mode of %s with %j", (type, attributes, expected) => expect(read(type, attributes)).toEqual(expected));

test("what is only looked up sets nothing", () => {
  expect(read("cloudflare_zone_setting", { setting_id: "ssl", value: "full" }, "data")).toBeUndefined();
});
