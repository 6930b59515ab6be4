/** The tab beside Edit and Versions that tells who did what to a document; see `collections/Audit.ts`. */
export const historyTab = {
  edit: {
    history: {
      Component: '/editorial/admin/audit/HistoryView#HistoryView',
      path: '/history',
      tab: { label: 'History', href: '/history' },
    },
  },
} as const
