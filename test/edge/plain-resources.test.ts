import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { R2Bucket } from "@cdktf/provider-cloudflare/lib/r2-bucket";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { markOurs, plainResources } from "../../lib/edge/plain-resources";

test("the resources of a stack are read as they are rendered, overrides too", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const zoneId = new TerraformVariable(stack, "zone", {}).stringValue;
  const record = new DnsRecord(stack, "www", { zoneId, name: "www", type: "CNAME", content: "a.b", ttl: 1 });
  record.addOverride("proxied", true);
  new R2Bucket(stack, "bucket", { accountId: "x", name: "bucket" });
  const [only, ...rest] = plainResources(stack);
  expect(rest).toEqual([]);
  expect(only).toMatchObject({
    type: "cloudflare_dns_record",
    name: "www",
    attributes: { zone_id: "${var.zone}", name: "www", content: "a.b", ttl: 1, proxied: true },
  });
});

test("of the library's own only what is compared is read", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const setting = (id: string) => new ZoneSetting(stack, id, { zoneId: "x", settingId: id, value: "on" as never });
  markOurs(setting("left-out"));
  markOurs(setting("compared"), { setting_id: "ssl" });
  expect(plainResources(stack).map(({ attributes }) => attributes)).toEqual([{ setting_id: "ssl" }]);
});

test("a stack within the stack is read by itself", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const inner = new TerraformStack(stack, "inner");
  new DnsRecord(inner, "www", { zoneId: "x", name: "www", type: "A", ttl: 1 });
  expect(plainResources(stack)).toEqual([]);
  expect(plainResources(inner)).toHaveLength(1);
});
