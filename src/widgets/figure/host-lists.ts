/**
 * The lists of hosts that hold for a widget: its own, those of all that it stands in, through shadow roots, and those
 * of the page's scripts. Each of them must allow an address, so that what is pasted into a page cannot widen its list.
 */
export function hostLists(widget: Element & { readonly hosts: string }): string[] {
  // An attribute that is there and empty is a list as well.
  const lists = [widget.hosts || widget.getAttribute('hosts')];
  let at: Element | undefined = widget;
  while (at) {
    const root = at.getRootNode() as ShadowRoot;
    // Not from parent to parent: a field of a form may bear the name of what leads there.
    for (const each of root.querySelectorAll('[data-obs-hosts]'))
      if (each.localName === 'script' || each.contains(at)) lists.push(each.getAttribute('data-obs-hosts'));
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return lists.filter((list) => list !== null);
}
