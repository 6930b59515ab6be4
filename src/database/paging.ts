interface Page {
  limit: number
  page: number
  /** Whether anybody asked how many there are. */
  pagination: boolean
  totalDocs: number
}

/** What Payload says of a page beside its documents. */
export function paging({ limit, page, pagination, totalDocs }: Page) {
  const counted = pagination && totalDocs > 0
  const totalPages = counted ? Math.ceil(totalDocs / limit) : 1
  const hasNextPage = counted && totalPages > page
  const hasPrevPage = counted && page > 1
  return {
    hasNextPage,
    hasPrevPage,
    limit,
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: counted ? (page - 1) * limit + 1 : 1,
    prevPage: hasPrevPage ? page - 1 : null,
    totalDocs,
    totalPages,
  }
}
