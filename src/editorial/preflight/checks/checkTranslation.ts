import type { TextCheck } from '../checkArticle'

export const checkTranslation: TextCheck = ({ isStale }) =>
  isStale
    ? [
        {
          code: 'stale-translation',
          field: 'body',
          message: 'The source changed after this translation did: compare the two.',
        },
      ]
    : []
