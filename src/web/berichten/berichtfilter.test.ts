import { describe, expect, it } from 'vitest'
import { adresVanFilter, filterUitAdres, isLeegFilter } from './berichtfilter.ts'

const uit = (vraag: string) => filterUitAdres(new URLSearchParams(vraag))

describe('het filter in het adres', () => {
  it('komt er heen en terug hetzelfde uit', () => {
    const adres = '/berichten?richting=in&bericht=WMO305&stand=afgekeurd&code=9069&aanbieder=98765432&van=2026-11-20&tot=2026-11-21'
    expect(adresVanFilter(uit(adres.split('?')[1] ?? ''))).toBe(adres)
  })

  it.each([
    'richting=op',
    'bericht=WMO999',
    'bericht=toString',
    'stand=weg',
    'code=99',
    'aanbieder=1',
    'inwoner=999990019',
    'van=2026-02-30',
  ])('%s telt niet mee', (vraag) => expect(isLeegFilter(uit(vraag))).toBe(true))
})
