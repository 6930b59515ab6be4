'use client'

import { useEffectEvent, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Kind } from '../../../linking/vocabulary'
import {
  carryDecisions,
  kinds,
  type LinkDecisions,
  linksTarget,
  type MentionStatus,
  numbered,
  readDecisions,
  readMentions,
  type StoredMention,
} from '../../linkArticle'
import {
  countSaid,
  decideByHand,
  isServers,
  type LinkWord,
  nothingSaid,
  notYetKept,
  type SaidOfLinks,
  saysAll,
  withSaid,
  wordOn,
  writeSaid,
} from '../../saidOfLinks'

/** A link that no words of this language make. */
export interface OtherLink {
  kind: Kind
  id: string
  /** Added by an editor; otherwise the words of another language make it. */
  byHand: boolean
}

export interface LinkDecider {
  /** What was found, with what editors said of it until now. */
  mentions: StoredMention[]
  others: OtherLink[]
  /** @returns what takes it back, as long as the words stand in the text */
  decide: (chosen: readonly StoredMention[], status: MentionStatus) => () => void
  /** @returns what takes it back */
  add: (kind: Kind, id: string) => () => void
  remove: (kind: Kind, id: string) => () => void
}

/** How often a decision is written into the form again, where an answer to an earlier save took it out. */
const mostRepeats = 3

/**
 * What the editor decides about links, kept in the form: it is saved with the rest, by autosave or by hand, and `deriveFromBody`
 * does what it means. A decision on one place is its status in `mentions`; a link added or removed stands in the `said` of
 * `linkDecisions`. The lists of links themselves are the server's, which changes them while the form is open.
 *
 * @param found the last answer of the server; until there is one, the saved mentions are shown
 */
export function useLinkDecisions(found: readonly StoredMention[] | undefined): LinkDecider {
  const { dispatchFields, setModified } = useForm()
  const storedValue = useFormFields(([fields]) => fields.mentions?.value)
  const decisionsValue = useFormFields(([fields]) => fields.linkDecisions?.value)
  const symptoms = useFormFields(([fields]) => fields.symptoms?.value)
  const remedies = useFormFields(([fields]) => fields.remedies?.value)
  const clinics = useFormFields(([fields]) => fields.clinics?.value)
  const [said, setSaid] = useState<ReadonlyMap<string, MentionStatus>>(new Map())
  const [saidOfLinks, setSaidOfLinks] = useState<SaidOfLinks>(nothingSaid)
  const repeats = useRef(0)

  const stored = useMemo(() => readMentions(storedValue), [storedValue])
  const decisions = useMemo(
    () => decideByHand(readDecisions(decisionsValue), saidOfLinks),
    [decisionsValue, saidOfLinks],
  )
  const linked = useMemo(() => {
    const of = (kind: Kind, value: unknown) => withSaid(idsOf(value), saidOfLinks[kind])
    return { symptom: of('symptom', symptoms), remedy: of('remedy', remedies), clinic: of('clinic', clinics) }
  }, [symptoms, remedies, clinics, saidOfLinks])
  const mentions = useMemo(
    () => withStatuses(carryDecisions(found ?? stored, stored, decisions), said),
    [found, stored, decisions, said],
  )

  const write = (path: string, value: unknown) => {
    dispatchFields({ type: 'UPDATE', path, value })
    setModified(true)
  }

  // As a save does it: words that are gone take with them what was said of them.
  useEffect(() => {
    if (!found || said.size === 0) return
    const there = new Set([...numbered(found)].map(([key]) => key))
    if ([...said.keys()].some((key) => !there.has(key))) setSaid(new Map([...said].filter(([key]) => there.has(key))))
  }, [found, said])

  // A save that began before the decision may end after it, and bring back the mentions as they were.
  useEffect(() => {
    if (said.size === 0 || repeats.current >= mostRepeats) return
    const kept = new Map([...numbered(stored)].map(([key, { status }]) => [key, status]))
    const lost = [...numbered(mentions)].some(
      ([key]) => said.has(key) && kept.has(key) && kept.get(key) !== said.get(key),
    )
    if (!lost) return
    repeats.current++
    dispatchFields({ type: 'UPDATE', path: 'mentions', value: mentions })
    setModified(true)
  }, [stored, said, mentions, dispatchFields, setModified])

  // What was said of a link is said until a save has kept it; one that began before may end after it.
  useEffect(() => {
    if (isServers(decisionsValue)) {
      const waiting = notYetKept(saidOfLinks, readDecisions(decisionsValue))
      if (countSaid(waiting) < countSaid(saidOfLinks)) return setSaidOfLinks(waiting)
    }
    if (saysAll(decisionsValue, saidOfLinks) || repeats.current >= mostRepeats) return
    repeats.current++
    dispatchFields({
      type: 'UPDATE',
      path: 'linkDecisions',
      value: writeSaid(readDecisions(decisionsValue), saidOfLinks),
    })
    setModified(true)
  }, [decisionsValue, saidOfLinks, dispatchFields, setModified])

  // These are kept by notices that offer to take something back, and then act on what is there by that time.
  const sayOfLink = useEffectEvent((kind: Kind, id: string, word: LinkWord) => {
    const next = { ...saidOfLinks, [kind]: new Map([...saidOfLinks[kind], [id, word]]) }
    repeats.current = 0
    setSaidOfLinks(next)
    write('linkDecisions', writeSaid(readDecisions(decisionsValue), next))
  })
  const sayWithUndo = (kind: Kind, id: string, word: LinkWord) => {
    const before = wordOn(decisions, kind, id)
    sayOfLink(kind, id, word)
    return () => sayOfLink(kind, id, before)
  }
  const say = useEffectEvent((statuses: ReadonlyMap<string, MentionStatus>) => {
    const next = new Map([...said, ...statuses])
    repeats.current = 0
    setSaid(next)
    write('mentions', withStatuses(mentions, next))
  })

  const decide = (chosen: readonly StoredMention[], status: MentionStatus) => {
    const places = new Set(chosen.map(placeOf))
    const own = [...numbered(mentions)].filter(([, mention]) => places.has(placeOf(mention)))
    say(new Map(own.map(([key]) => [key, status])))
    // Whoever wants one place linked does not want it taken from the whole article any more.
    const wanted =
      status === 'dismissed' ? [] : chosen.filter(({ kind, target }) => wordOn(decisions, kind, target) === false)
    const undo = wanted.map(({ kind, target }) => sayWithUndo(kind, target, null))
    return () => {
      for (const each of undo) each()
      say(new Map(own.map(([key, mention]) => [key, mention.status])))
    }
  }

  const others = useMemo(
    () => otherLinks(linked, [...mentions, ...stored], decisions),
    [linked, mentions, stored, decisions],
  )
  return {
    mentions,
    others,
    decide,
    add: (kind, id) => sayWithUndo(kind, id, true),
    remove: (kind, id) => sayWithUndo(kind, id, false),
  }
}

function withStatuses(mentions: StoredMention[], said: ReadonlyMap<string, MentionStatus>): StoredMention[] {
  if (said.size === 0) return mentions
  return [...numbered(mentions)].map(([key, mention]) => ({ ...mention, status: said.get(key) ?? mention.status }))
}

function otherLinks(
  linked: Record<Kind, string[]>,
  mentions: readonly StoredMention[],
  decisions: LinkDecisions,
): OtherLink[] {
  return kinds.flatMap((kind) => {
    const named = new Set(mentions.flatMap((each) => (each.kind === kind && linksTarget(each) ? each.target : [])))
    return linked[kind]
      .filter((id) => !named.has(id))
      .map((id) => ({ kind, id, byHand: decisions.added[kind].includes(id) }))
  })
}

function idsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map((each) => (typeof each === 'object' && each !== null ? String(each.id) : String(each)))
}

const placeOf = ({ kind, target, start }: StoredMention): string => `${kind}:${target}:${start}`
