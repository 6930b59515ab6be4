import type { SelectField } from 'payload'

/** How soon somebody should get help, from the least to the most. */
export const urgency: SelectField = {
  name: 'urgency',
  type: 'select',
  index: true,
  options: [
    { label: 'Self-care', value: 'self-care' },
    { label: 'See a clinician', value: 'clinician' },
    { label: 'Urgent', value: 'urgent' },
    { label: 'Emergency', value: 'emergency' },
  ],
}
