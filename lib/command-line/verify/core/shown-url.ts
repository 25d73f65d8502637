/** A URL, or what should be one, with what a user name and a password may be taken out. */
export function shownUrl(written: string, base?: string): string {
  if (!written.includes("@")) return written;
  if (!URL.canParse(written, base)) return `…${written.slice(written.lastIndexOf("@"))}`;
  const { username, password, protocol, host, pathname, search, hash } = new URL(written, base);
  return username === "" && password === "" ? written : `${protocol}//…@${host}${pathname}${search}${hash}`;
}

const AUTHORITY = /^https?:[\\/]+(?:[^\\/?#]*@)?(\[[^\]]*\]|[^\\/?#:]*)(?::([^\\/?#]*))?/i;
const HIGHEST_PORT = 65535;

/** What is wrong with a URL that begins as one should and that cannot be parsed. */
export function urlProblem(written: string): string | undefined {
  const authority = AUTHORITY.exec(written);
  if (authority === null) return undefined;
  const [, host = "", port = ""] = authority;
  if (host === "") return "it has no host";
  const isPort = /^\d*$/.test(port) && Number(port) <= HIGHEST_PORT;
  if (isPort) return "its host is no host name";
  return `its port is ${JSON.stringify(port)}, and ports are numbers up to ${HIGHEST_PORT}`;
}
