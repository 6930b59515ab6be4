/** All pages of a list, one after another. */
export async function everyPage<Doc>(
  ask: (page: number) => Promise<{ hasNextPage: boolean; docs: Doc[] } | null | undefined>,
): Promise<Doc[]> {
  const all: Doc[] = []
  for (let page = 1; ; page++) {
    const found = await ask(page)
    all.push(...(found?.docs ?? []))
    if (!found?.hasNextPage) return all
  }
}
