import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeSettings } from './describeSettings'

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8')

  it.each(describeSettings())('says how to choose $name', ({ name, sentence, default: value }) => {
    expect(sentence).toMatch(/^\S.*\.$/)
    expect(example).toContain(`\n# ${sentence}\n#${name}=${value ?? ''}\n`)
  })

  it('names nothing else', () => {
    const names = [...example.matchAll(/^#?([A-Z0-9_]+)=/gm)].map((match) => match[1])
    expect(names).toEqual(describeSettings().map(({ name }) => name))
  })
})
