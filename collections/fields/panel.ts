import type { UIField } from 'payload'

/** A panel of the desk beside the form: it shows and does, and stores nothing of its own. */
export const panel = (name: string, component: string): UIField => ({
  name,
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: component },
  },
})
