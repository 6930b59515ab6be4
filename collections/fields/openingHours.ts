import type { Field } from 'payload'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const time = (name: string): Field => ({
  name,
  type: 'text',
  validate: (value: string | null | undefined) =>
    !value || /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value) || 'A time looks like 08:30, from 00:00 to 24:00.',
})

/** The clinic's own zone; its opening hours are in it. */
export const timeZone: Field = {
  name: 'timeZone',
  type: 'text',
  validate: (value: string | null | undefined) => {
    if (!value) return true
    try {
      new Intl.DateTimeFormat('en', { timeZone: value })
      return true
    } catch {
      return 'A time zone is an IANA name, such as America/Chicago.'
    }
  },
}

/** Weekly hours and the days that differ. A day may have several spans; one that closes before it opens ends on the next day. */
export const openingHours: Field = {
  name: 'hours',
  label: 'Opening hours',
  type: 'group',
  fields: [
    {
      name: 'weekly',
      type: 'array',
      maxRows: 28,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'day',
              type: 'select',
              required: true,
              options: days.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
            },
            time('opens'),
            time('closes'),
          ],
        },
      ],
    },
    {
      name: 'exceptions',
      type: 'array',
      maxRows: 200,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'date',
              type: 'text',
              required: true,
              validate: (value: string | null | undefined) =>
                (/^\d{4}-\d{2}-\d{2}$/.test(value ?? '') && !Number.isNaN(Date.parse(value ?? ''))) ||
                'A date looks like 2027-12-25.',
            },
            { name: 'closed', type: 'checkbox', defaultValue: false },
            time('opens'),
            time('closes'),
          ],
        },
        { name: 'note', type: 'text', localized: true },
      ],
    },
  ],
}
