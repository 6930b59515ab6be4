import type { UIField } from 'payload'

/** Above the form: that somebody else saved meanwhile. */
export const savedElsewhere: UIField = {
  name: 'savedElsewhere',
  type: 'ui',
  admin: {
    disableBulkEdit: true,
    disableListColumn: true,
    components: { Field: '/editorial/admin/conflicts/SavedElsewhere#SavedElsewhere' },
  },
}
