/**
 * Puts the text of an element into the clipboard. Where the page may not do so, as without `https://`, it chooses the
 * text, so that one key copies it; `false` then.
 */
export async function copyText(element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
