import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Emulator } from "./emulator";

/** An empty zip archive. */
const NO_CODE = Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);

/** Makes a Lambda function that was there before Terraform. */
export async function givenFunction(
  emulator: Pick<Emulator, "endpoint">,
  functionName: string,
  region: string,
): Promise<void> {
  const client = { endpoint: emulator.endpoint, region, credentials: { accessKeyId: "test", secretAccessKey: "test" } };
  const role = await new IAMClient(client).send(
    new CreateRoleCommand({
      RoleName: functionName,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
      }),
    }),
  );
  await new LambdaClient(client).send(
    new CreateFunctionCommand({
      FunctionName: functionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: role.Role!.Arn!,
      Code: { ZipFile: NO_CODE },
    }),
  );
}
