/** Looked up as an own key: ids come from the wire, and `constructor` is nobody's. */
export const getOwn = <Item>(items: Readonly<Record<string, Item>>, id: string | null): Item | undefined =>
  id !== null && Object.hasOwn(items, id) ? items[id] : undefined;
