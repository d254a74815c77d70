/** The element of index.html with this id. */
export function pageElement<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}
