import { describe, expect, it } from 'vitest'
import { type OpeningHours, openState } from './openingHours'
import { instantOf, isoIn, wallClock } from './zonedTime'

const chicago = 'America/Chicago'
const madrid = 'Europe/Madrid'
const state = (hours: OpeningHours, at: string, zone = chicago) => openState(hours, zone, Date.parse(at))

const everyDay = (opens: string, closes: string): OpeningHours => ({
  weekly: (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const).map((day) => ({
    day,
    opens,
    closes,
  })),
})
const office: OpeningHours = {
  weekly: [
    { day: 'monday', opens: '13:00', closes: '17:00' },
    { day: 'monday', opens: '08:00', closes: '12:00' },
    { day: 'friday', opens: '08:00', closes: '12:00' },
  ],
}

describe('openState', () => {
  it.each([
    ['2027-06-07T07:59:59-05:00', { now: false, next: '2027-06-07T08:00:00-05:00' }],
    ['2027-06-07T08:00:00-05:00', { now: true, until: '2027-06-07T12:00:00-05:00' }],
    ['2027-06-07T12:00:00-05:00', { now: false, next: '2027-06-07T13:00:00-05:00' }], // closing time is closed
    ['2027-06-07T16:59:59-05:00', { now: true, until: '2027-06-07T17:00:00-05:00' }],
    ['2027-06-07T17:00:00-05:00', { now: false, next: '2027-06-11T08:00:00-05:00' }],
    ['2027-06-07T13:30:00Z', { now: true, until: '2027-06-07T12:00:00-05:00' }], // 08:30 there
    ['2027-06-06T23:30:00Z', { now: false, next: '2027-06-07T08:00:00-05:00' }], // Sunday there
  ])('keeps weekly hours in the clinic’s own zone (%s)', (at, expected) => {
    expect(state(office, at)).toEqual(expected)
  })

  it('says nothing where hours or zone are not known', () => {
    expect(openState(undefined, chicago, 0)).toBeUndefined()
    expect(openState({ weekly: [], exceptions: [] }, chicago, 0)).toBeUndefined()
    expect(openState(office, null, 0)).toBeUndefined()
  })

  it('takes a row without times, or with equal ones, for no span', () => {
    const none: OpeningHours = { weekly: [{ day: 'monday' }, { day: 'tuesday', opens: '00:00', closes: '00:00' }] }
    expect(state(none, '2027-06-07T09:00:00-05:00')).toEqual({ now: false })
  })

  describe('exceptions', () => {
    const hours: OpeningHours = {
      ...office,
      exceptions: [
        { date: '2027-06-07', closed: true, opens: '08:00', closes: '12:00' },
        { date: '2027-06-11', opens: '10:00', closes: '11:00' },
        { date: '2027-06-11', opens: '14:00', closes: '15:00' },
        { date: '2027-06-13', opens: '09:00', closes: '10:00' }, // a Sunday
      ],
    }
    it.each([
      ['2027-06-07T09:00:00-05:00', { now: false, next: '2027-06-11T10:00:00-05:00' }],
      ['2027-06-11T09:00:00-05:00', { now: false, next: '2027-06-11T10:00:00-05:00' }],
      ['2027-06-11T10:30:00-05:00', { now: true, until: '2027-06-11T11:00:00-05:00' }],
      ['2027-06-11T11:00:00-05:00', { now: false, next: '2027-06-11T14:00:00-05:00' }],
      ['2027-06-13T09:30:00-05:00', { now: true, until: '2027-06-13T10:00:00-05:00' }],
      ['2027-06-14T09:00:00-05:00', { now: true, until: '2027-06-14T12:00:00-05:00' }],
    ])('stand in for the weekly hours of their date (%s)', (at, expected) => {
      expect(state(hours, at)).toEqual(expected)
    })

    it('belong to the date in the clinic’s zone, not in UTC', () => {
      const late: OpeningHours = { ...everyDay('18:00', '23:00'), exceptions: [{ date: '2027-06-08', closed: true }] }
      expect(state(late, '2027-06-08T02:00:00Z')).toEqual({ now: true, until: '2027-06-07T23:00:00-05:00' })
      expect(state(late, '2027-06-09T02:00:00Z')).toEqual({ now: false, next: '2027-06-09T18:00:00-05:00' })
    })

    it('without weekly hours are all that there is', () => {
      const once: OpeningHours = { exceptions: [{ date: '2027-06-08', opens: '09:00', closes: '10:00' }] }
      expect(state(once, '2027-06-07T09:00:00-05:00')).toEqual({ now: false, next: '2027-06-08T09:00:00-05:00' })
      expect(state(once, '2027-06-09T09:00:00-05:00')).toEqual({ now: false })
    })
  })

  describe('over midnight', () => {
    const night: OpeningHours = { weekly: [{ day: 'saturday', opens: '22:00', closes: '02:00' }] }

    it('is open after midnight by the hours of the day before', () => {
      expect(state(night, '2027-06-13T01:59:00-05:00')).toEqual({ now: true, until: '2027-06-13T02:00:00-05:00' })
      expect(state(night, '2027-06-13T02:00:00-05:00')).toEqual({ now: false, next: '2027-06-19T22:00:00-05:00' })
      expect(state(night, '2027-06-12T01:00:00-05:00')).toEqual({ now: false, next: '2027-06-12T22:00:00-05:00' })
    })

    it('goes by the exception of the day before, not by that of the day', () => {
      const closed = (date: string): OpeningHours => ({ ...night, exceptions: [{ date, closed: true }] })
      expect(state(closed('2027-06-12'), '2027-06-13T01:00:00-05:00')).toMatchObject({ now: false })
      expect(state(closed('2027-06-13'), '2027-06-13T01:00:00-05:00')).toMatchObject({ now: true })
    })

    it('an exception may itself go over midnight', () => {
      const eve: OpeningHours = { ...office, exceptions: [{ date: '2027-12-31', opens: '20:00', closes: '03:00' }] }
      expect(state(eve, '2028-01-01T02:00:00-06:00')).toEqual({ now: true, until: '2028-01-01T03:00:00-06:00' })
    })

    it('closes at 24:00, and spans that touch are one', () => {
      const late: OpeningHours = {
        weekly: [
          { day: 'monday', opens: '08:00', closes: '24:00' },
          { day: 'tuesday', opens: '00:00', closes: '06:00' },
        ],
      }
      expect(state(late, '2027-06-07T23:59:59-05:00')).toEqual({ now: true, until: '2027-06-08T06:00:00-05:00' })
      expect(state({ weekly: late.weekly?.slice(0, 1) }, '2027-06-08T00:00:00-05:00')).toMatchObject({ now: false })
    })

    it('has no end where it never closes', () => {
      expect(state(everyDay('00:00', '24:00'), '2027-06-07T03:00:00-05:00')).toEqual({ now: true })
    })

    it('overlapping spans end with the last of them', () => {
      const both: OpeningHours = {
        weekly: [
          { day: 'monday', opens: '08:00', closes: '18:00' },
          { day: 'monday', opens: '09:00', closes: '10:00' },
        ],
      }
      expect(state(both, '2027-06-07T09:30:00-05:00')).toEqual({ now: true, until: '2027-06-07T18:00:00-05:00' })
    })
  })

  describe('when the clocks go forward', () => {
    // Chicago: 14 March 2027, 02:00 → 03:00. Madrid: 28 March 2027, 02:00 → 03:00.
    it.each([
      [chicago, '2027-03-14', '-06:00', '-05:00'],
      [madrid, '2027-03-28', '+01:00', '+02:00'],
    ])('%s keeps the hours on the wall', (zone, date, winter, summer) => {
      const day = everyDay('09:00', '17:00')
      expect(state(day, `${date}T08:59:00${summer}`, zone)).toEqual({ now: false, next: `${date}T09:00:00${summer}` })
      expect(state(day, `${date}T16:59:00${summer}`, zone)).toEqual({ now: true, until: `${date}T17:00:00${summer}` })
      const night = everyDay('01:00', '04:00')
      expect(state(night, `${date}T01:30:00${winter}`, zone)).toEqual({ now: true, until: `${date}T04:00:00${summer}` })
      expect(state(night, `${date}T03:30:00${summer}`, zone)).toMatchObject({ now: true })
    })

    it.each([
      [chicago, '2027-03-14', '-05:00'],
      [madrid, '2027-03-28', '+02:00'],
    ])('%s: hours within the skipped hour come after it', (zone, date, summer) => {
      const skipped = everyDay('02:15', '02:45')
      expect(state(skipped, `${date}T03:00:00${summer}`, zone)).toEqual({
        now: false,
        next: `${date}T03:15:00${summer}`,
      })
      expect(state(skipped, `${date}T03:30:00${summer}`, zone)).toEqual({
        now: true,
        until: `${date}T03:45:00${summer}`,
      })
    })
  })

  describe('when the clocks go back', () => {
    // Chicago: 7 November 2027, 02:00 → 01:00. Madrid: 31 October 2027, 03:00 → 02:00.
    it.each([
      [chicago, '2027-11-07', '-05:00', '-06:00', '01:30'],
      [madrid, '2027-10-31', '+02:00', '+01:00', '02:30'],
    ])('%s: a time that is shown twice is the first of the two', (zone, date, summer, winter, twice) => {
      const until = everyDay('00:30', twice)
      expect(state(until, `${date}T01:00:00${summer}`, zone)).toEqual({
        now: true,
        until: `${date}T${twice}:00${summer}`,
      })
      expect(state(until, `${date}T${twice}:00${winter}`, zone)).toMatchObject({ now: false })
      const from = everyDay(twice, '05:00')
      expect(state(from, `${date}T${twice}:00${summer}`, zone)).toEqual({
        now: true,
        until: `${date}T05:00:00${winter}`,
      })
      expect(state(from, `${date}T${twice}:00${winter}`, zone)).toMatchObject({ now: true })
    })

    it.each([
      [chicago, '2027-11-07', '-06:00'],
      [madrid, '2027-10-31', '+01:00'],
    ])('%s keeps the hours on the wall for the rest of the day', (zone, date, winter) => {
      expect(state(everyDay('09:00', '17:00'), `${date}T08:30:00${winter}`, zone)).toEqual({
        now: false,
        next: `${date}T09:00:00${winter}`,
      })
    })

    it('a night over the change is an hour longer', () => {
      const night: OpeningHours = { weekly: [{ day: 'saturday', opens: '22:00', closes: '06:00' }] }
      expect(state(night, '2027-11-07T05:59:00-06:00')).toEqual({ now: true, until: '2027-11-07T06:00:00-06:00' })
    })
  })

  it('knows zones whose clocks change at midnight, and those with odd offsets', () => {
    // Santiago de Chile skips 00:00 to 01:00 on 5 September 2027.
    expect(state(everyDay('00:00', '02:00'), '2027-09-05T01:30:00-03:00', 'America/Santiago')).toMatchObject({
      now: true,
    })
    expect(state(everyDay('09:00', '10:00'), '2027-06-07T09:15:00+05:45', 'Asia/Kathmandu')).toEqual({
      now: true,
      until: '2027-06-07T10:00:00+05:45',
    })
  })
})

describe('instantOf', () => {
  it.each([chicago, madrid, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'is what the clock shows, hour by hour through a year (%s)',
    (zone) => {
      for (let instant = Date.UTC(2027, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 3_600_000) {
        const wall = wallClock(instant, zone)
        const found = instantOf(wall, zone)
        expect(wallClock(found, zone)).toBe(wall)
        expect(found).toBeLessThanOrEqual(instant) // the first of two
        expect(Date.parse(isoIn(instant, zone))).toBe(instant)
      }
    },
  )
})
