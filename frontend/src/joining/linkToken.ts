/** The token of a link from a letter; it stands behind the hash, which no server and no log ever sees. */
export function linkToken(hash: string = location.hash): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
