/** An address of this page, or the catalogue's for anything that could lead to another host. */
export function ownPath(given: unknown, origin: string = location.origin): string {
  if (typeof given !== "string" || !/^\/(?![/\\])/.test(given)) return "/";
  try {
    const address = new URL(given, origin);
    return address.origin === origin ? `${address.pathname}${address.search}${address.hash}` : "/";
  } catch {
    return "/";
  }
}
