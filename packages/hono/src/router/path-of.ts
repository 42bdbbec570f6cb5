/** Returns the path of a request. A base URL that ends in a slash doubles the first one, which counts as one. */
export function pathOf(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/\/+/, '/');
}
