import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { AuthenticatedOriginPullsCertificate } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-certificate";
import { AuthenticatedOriginPullsSettings } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-settings";
import { ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { cloudflareProviderOf } from "../edge/cloudflare-provider";
import { throwOnErrors } from "../rules/configuration-error";
import { clientCertificateParts } from "../rules/domain/client-certificate-parts";
import { originPullsDeclaredTwice } from "../rules/domain/origin-pulls-declared-twice";
import { sharedClientCertificate } from "../rules/domain/shared-client-certificate";
import { Finding } from "../rules/finding";
import { checkShape } from "../rules/input/shape";
import { awsRegionOf } from "../stack/aws-region";
import { isUnknown } from "../stack/is-unknown";
import { logicalId } from "../stack/logical-id";
import { writeOut } from "../stack/references";
import { presentTime } from "../stack/present-time";
import { report } from "../stack/report";
import { MutualTlsOptions } from "./api-domain-props";
import { AuthenticatedOriginPullsProps } from "./authenticated-origin-pulls-props";
import { AUTHENTICATED_ORIGIN_PULLS_PROPS } from "./authenticated-origin-pulls-shapes";
import { checkClientCertificate } from "./core/check-client-certificate";
import { IDomainCertificate } from "./domain-certificate";
import { ORIGIN_PULL_CA } from "./origin-pull-ca";
import { pemLines } from "./pem-lines";
import { pemExpression } from "./pem-text";
import { checkPrivateKeySource } from "./private-key";

const CLAIMS = Symbol.for("cdktf-api-caching.AuthenticatedOriginPulls.claims");

/**
 * Authenticated origin pulls of a zone: Cloudflare shows a client certificate to its origins, and the trust store in
 * S3 lets API Gateway refuse whoever shows none. Give `mutualTls()` to an {@link ApiDomain}.
 *
 * With a certificate of your own only your zone gets in. Cloudflare's shared certificate, the default, lets every zone
 * of every customer in. Both need TLS that encrypts the way to the origin: Full, or Full (strict). A certificate for
 * single hosts needs a later Cloudflare provider than this library is made for.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become one annotation.
 *
 * @see https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/
 */
export class AuthenticatedOriginPulls extends Construct {
  /** The bucket; undefined where it exists. */
  public readonly bucket?: S3Bucket;

  /** The object that holds the CA. */
  public readonly trustStore: S3Object;

  /** The setting of the zone, `cloudflare_authenticated_origin_pulls_settings`; undefined where it is not managed. */
  public readonly settings?: TerraformResource;

  /** The client certificate at Cloudflare; undefined where the shared one is used. */
  public readonly clientCertificate?: TerraformResource;

  /** The address of the trust store, `s3://BUCKET/KEY`. */
  public readonly truststoreUri: string;

  /** The AWS region of the trust store; undefined where it is not known at synth. */
  public readonly truststoreRegion?: string;

  /** The version of the trust store's object. */
  public readonly truststoreVersion: string;

  public constructor(scope: Construct, id: string, props: AuthenticatedOriginPullsProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, AUTHENTICATED_ORIGIN_PULLS_PROPS, "", isUnknown));
    const { manageZone = true } = props;
    report(
      this,
      [
        ...checkParts(props, manageZone),
        ...checkPrivateKeySource(this, "clientPrivateKey", props.clientPrivateKey),
        ...checkClientCertificate(
          { certificate: known(props.clientCertificate), ca: known(props.clientCa) },
          presentTime(),
        ),
        ...(manageZone ? this.claimZone(props) : []),
      ],
      { property: "acknowledgements", reasons: props.acknowledgements },
    );
    if (props.clientCertificate !== undefined) this.clientCertificate = this.createClientCertificate(props);
    if (manageZone) this.settings = this.createSettings(props);
    const versioned = this.createBucket(props);
    this.bucket = versioned?.bucket;
    this.trustStore = this.createTrustStore(props, versioned?.versioning);
    this.truststoreUri = `s3://${this.trustStore.bucket}/${this.trustStore.key}`;
    this.truststoreRegion = awsRegionOf(this, props.provider);
    this.truststoreVersion = this.trustStore.versionId;
  }

  /**
   * The mutual TLS of a domain that only Cloudflare may call.
   *
   * @param ownershipVerificationCertificate one that ACM issued for the domain name; needed where the domain's own was imported
   */
  public mutualTls(ownershipVerificationCertificate?: IDomainCertificate): MutualTlsOptions {
    const { truststoreRegion, truststoreUri, truststoreVersion } = this;
    return { truststoreUri, truststoreRegion, truststoreVersion, ownershipVerificationCertificate };
  }

  private claimZone({ zone }: AuthenticatedOriginPullsProps): Finding[] {
    const root = this.node.root as { [CLAIMS]?: Map<string, string> };
    if (root[CLAIMS] === undefined) Object.defineProperty(root, CLAIMS, { value: new Map<string, string>() });
    const zoneId = String(writeOut(this, zone.zoneId));
    const key = isUnknown(zoneId) ? `${TerraformStack.of(this).node.path}:${zoneId}` : zoneId;
    const first = root[CLAIMS]!.get(key);
    if (first !== undefined) return originPullsDeclaredTwice("zone", zoneId, first);
    root[CLAIMS]!.set(key, this.node.path);
    return [];
  }

  /** The zone falls back to the shared certificate between two of its own, which the trust store would refuse. */
  private createClientCertificate(props: AuthenticatedOriginPullsProps): TerraformResource {
    const { zone } = props;
    const certificate = new AuthenticatedOriginPullsCertificate(this, "certificate", {
      zoneId: zone.zoneId,
      certificate: pemLines(props.clientCertificate!),
      privateKey: props.clientPrivateKey!,
      lifecycle: { createBeforeDestroy: true },
      provider: cloudflareProviderOf(this, zone),
    });
    certificate.overrideLogicalId(logicalId(this));
    return certificate;
  }

  private createSettings({ zone }: AuthenticatedOriginPullsProps): TerraformResource {
    const settings = new AuthenticatedOriginPullsSettings(this, "settings", {
      zoneId: zone.zoneId,
      enabled: true,
      dependsOn: this.clientCertificate === undefined ? undefined : [this.clientCertificate],
      provider: cloudflareProviderOf(this, zone),
    });
    settings.overrideLogicalId(logicalId(this));
    return settings;
  }

  private createBucket({ bucketName, tags, provider }: AuthenticatedOriginPullsProps) {
    if (bucketName !== undefined) return undefined;
    const bucket = new S3Bucket(this, "bucket", { bucketPrefix: "origin-pulls-", tags, provider });
    bucket.overrideLogicalId(logicalId(this));
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
      provider,
    });
    versioning.overrideLogicalId(logicalId(this));
    const publicAccess = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      provider,
    });
    publicAccess.overrideLogicalId(logicalId(this));
    return { bucket, versioning };
  }

  /** Comes after the zone's setting: a domain that wants a certificate before Cloudflare shows one answers nobody. */
  private createTrustStore(props: AuthenticatedOriginPullsProps, versioning: TerraformResource | undefined): S3Object {
    const after: ITerraformDependable[] = [versioning, this.settings].flatMap((one) => one ?? []);
    const trustStore = new S3Object(this, "trust-store", {
      bucket: this.bucket?.id ?? props.bucketName!,
      key: props.trustStoreKey ?? "origin-pulls-ca.pem",
      content: pemExpression(props.clientCa ?? ORIGIN_PULL_CA),
      contentType: "application/x-pem-file",
      dependsOn: after.length === 0 ? undefined : after,
      tags: props.tags,
      provider: props.provider,
    });
    trustStore.overrideLogicalId(logicalId(this));
    return trustStore;
  }
}

function checkParts(props: AuthenticatedOriginPullsProps, manageZone: boolean): Finding[] {
  const { clientCa, clientCertificate, clientPrivateKey } = props;
  const given = { clientCertificate, clientPrivateKey, clientCa };
  const present = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const zoneParts = present.filter((name) => name !== "clientCa");
  if (!manageZone && zoneParts.length > 0) {
    return clientCertificateParts(zoneParts[0]!, "given", "clientCa alone with manageZone false", "Leave it out.");
  }
  const missing = Object.keys(given).filter((name) => !present.includes(name));
  if (manageZone && present.length > 0 && missing.length > 0) {
    const allowed = "clientCertificate, clientPrivateKey and clientCa together, or none of them";
    return clientCertificateParts(missing[0]!, undefined, allowed, `Give ${missing.join(" and ")}, too.`);
  }
  return clientCa === undefined ? sharedClientCertificate("clientCertificate") : [];
}

function known(value: string | undefined): string | undefined {
  return isUnknown(value) ? undefined : value;
}
