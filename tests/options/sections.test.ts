import { describe, expect, it } from 'vitest'
import { SECTIONS, searchSections, sectionOf } from '../../components/options/sections'
import { LOCALES, wordsOf } from '../../utils/i18n/catalogue'

const english = wordsOf('en', ['options'])

describe('the options’ parts', () => {
  it('are addressed by their hash; any other gives the first', () => {
    expect(sectionOf('#keys')).toBe('keys')
    for (const other of ['', '#', '#nowhere', 'keys', '#toString'])
      expect(sectionOf(other)).toBe('connections')
  })

  it('are found by all words of a query, whatever their case', () => {
    expect(searchSections('enrolment LINK', english)).toEqual(['connections'])
    expect(searchSections('  ', english)).toEqual([...SECTIONS])
    expect(searchSections('enrolment xylophone', english)).toEqual([])
    expect(searchSections('facebook', english)).toEqual([])
    expect(searchSections('facebook', english, { sites: 'Bluesky Facebook' })).toEqual(['sites'])
  })

  it('are found in each language, with ё and й as people type them', () => {
    const russian = wordsOf('ru', ['options'])
    expect(searchSections('токен адрес', russian)).toContain('connections')
    expect(searchSections('еще раз', russian)).toContain('sites')
    expect(searchSections('пернелер', wordsOf('kk', ['options']))).toContain('keys')
  })

  it('each have a title in each language', () => {
    for (const locale of LOCALES) {
      const words = wordsOf(locale, ['options', 'storage'])
      for (const id of SECTIONS) expect(words[`options.${id}.title`]).toBeTruthy()
    }
  })
})
