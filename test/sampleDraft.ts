import { fromMarkdown } from '../src/richtext/fromMarkdown'

/** A sentence that is hard to read, and what it says in plain words. */
export const hardSentence =
  'Patients who have been advised to restrict their fluids should adhere to the recommendation of the physician who is responsible for their treatment before they increase the amount that they drink.'
const plainSentence = 'If a doctor told you to drink less, ask before you drink more.'

const body = (drinking: string): unknown =>
  fromMarkdown(
    `When it is hot, many people notice swelling around the ankles. It is often worse in the evening. Some people also have leg cramps at night.

## Why it happens

Blood vessels widen in warm weather, and more fluid moves into the tissue. Sitting for hours makes it worse. Edema can also come with chronic heart or kidney disease.

## What you can do

- Go for a daily walk.
- Lift both legs above your heart for a while.
- Ask whether compression stockings would help you. Some studies suggest that they ease swelling on long trips.

${drinking}

## When to get help

Chest pain or sudden shortness of breath can be signs of a clot in the lung.
`,
  ).body

/** An article as it is half way: every panel of the desk has something to say about it. */
export const sampleDraft = {
  title: 'Swollen feet in warm weather',
  summary: 'Why feet and ankles swell when it is hot, and what helps.',
  body: body(hardSentence),
}

/** The same with all that stood between it and its readers mended, but for an approval. */
export const mendedDraft = {
  body: body(plainSentence),
  seekCare: {
    urgency: 'emergency',
    text: 'Call your emergency number at once for chest pain or sudden shortness of breath. See a doctor today if one leg is suddenly swollen, warm or painful.',
  },
  references: [{ citation: 'MedlinePlus: Edema', url: 'https://medlineplus.gov/edema.html' }],
}
