import type { Complaint, LinkToCheck, SharedCheck, TextCheck } from '../checkArticle'

/** Links to what readers may not see: those of the whole article, and those in the body of one language. */
export const checkLinked: { byRelation: SharedCheck; inBody: TextCheck } = {
  byRelation: ({ links }) => complaintsAbout(links),
  inBody: ({ bodyLinks }) => complaintsAbout(bodyLinks),
}

const complaintsAbout = (links: readonly LinkToCheck[]): Complaint[] =>
  links
    .filter(({ isPublished }) => !isPublished)
    .map(({ field, kind, slug, name, place }) => ({
      code: 'link-to-unpublished',
      field,
      about: slug,
      message: `The ${kind} ${name} that this links to is not published.`,
      ...(place ? { place } : {}),
    }))
