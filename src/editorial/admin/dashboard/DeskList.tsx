import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isStaff } from '../../../access/roles'
import { type ListPage, type OwnList, ownListAddress, readOwnList } from '../../dashboard/ownLists'
import './dashboard.css'
import { DeskStepNav } from './DeskStepNav'

/** A list that Payload's filters cannot say, such as what waits for one's review: `/admin/desk/{list}`. */
export async function DeskList({ initPageResult, params, searchParams, ...rest }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin } = req.payload.config.routes
  // Payload leaves it to a view of somebody's own to ask who is there.
  if (!req.user) redirect(`${admin}/login`)
  if (!isStaff(req.user)) notFound()
  const segments = params?.segments
  const name = Array.isArray(segments) ? (segments[1] ?? '') : ''
  const month = only(searchParams?.month)
  const list = await readOwnList(
    name,
    { page: Number(only(searchParams?.page)) || 1, ...(month ? { month } : {}) },
    req,
  )
  if (!list) notFound()
  return (
    <DefaultTemplate
      i18n={req.i18n}
      params={params ?? {}}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams ?? {}}
      user={req.user}
      viewActions={rest.viewActions ?? []}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
      {...(locale ? { locale } : {})}
    >
      <DeskStepNav label={list.title} />
      <Gutter>
        <main className="saphena-desk-list">
          <h1>{list.title}</h1>
          <p>{list.total === 1 ? '1 entry' : `${list.total.toLocaleString('en')} entries`}</p>
          {list.total > 0 ? <Rows admin={admin} list={list} /> : null}
          <Pages address={(page) => ownListAddress(admin, name as OwnList, toQuery(page, month))} list={list} />
        </main>
      </Gutter>
    </DefaultTemplate>
  )
}

function Rows({ admin, list: { atLabel, docs } }: { admin: string; list: ListPage }) {
  return (
    <div className="table">
      <table cellPadding="0" cellSpacing="0">
        <thead>
          <tr>
            <th scope="col">Title</th>
            {atLabel ? <th scope="col">{atLabel}</th> : null}
          </tr>
        </thead>
        <tbody>
          {docs.map(({ at, collection, id, title }) => (
            <tr key={`${id} ${at ?? ''}`}>
              <td>
                <Link href={`${admin}/collections/${collection}/${encodeURIComponent(id)}`} prefetch={false}>
                  {title}
                </Link>
              </td>
              {atLabel ? (
                <td>{at ? new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }) : ''}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Pages({ address, list: { page, pages } }: { address: (page: number) => string; list: ListPage }) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pages" className="saphena-desk-list__pages">
      {page > 1 ? <Link href={address(page - 1)}>Earlier page</Link> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <Link href={address(page + 1)}>Next page</Link> : null}
    </nav>
  )
}

const only = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

const toQuery = (page: number, month: string | undefined): string =>
  `?${new URLSearchParams({ ...(month ? { month } : {}), page: String(page) })}`
