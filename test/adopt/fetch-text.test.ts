import { createServer, Server } from "node:http";
import { AddressInfo } from "node:net";
import { networkFetch } from "../../lib/adopt/fetch-text";

let server: Server;
let url: string;
const seen: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === "/moved") response.writeHead(302, { location: "/there" }).end();
    else if (request.url !== "/never") response.writeHead(418).end("short and stout");
  });
  await new Promise<void>((started) => server.listen(0, "127.0.0.1", started));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("tells the status and the text, whatever they are", async () => {
  const fetched = await networkFetch(new AbortController().signal)(`${url}/`, { authorization: "Bearer t" });
  expect(fetched).toEqual({ status: 418, text: "short and stout" });
  expect(seen).toEqual(["Bearer t"]);
});

test("takes no token along to another place", async () => {
  await expect(networkFetch(new AbortController().signal)(`${url}/moved`, {})).rejects.toThrow();
});

test("ends with the user's patience", async () => {
  const controller = new AbortController();
  const fetching = networkFetch(controller.signal)(`${url}/never`, {});
  controller.abort();
  await expect(fetching).rejects.toThrow();
});
