import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Catalogus, Vignet } from '#core/catalogus/vorm.ts'
import { download } from './hulp-download.ts'
import { adres, axe, openPagina, pastInBreedte, rustig, schermafdruk } from './hulp.ts'

const catalogi = ['hulst-terneuzen', 'regio-b']
const haal = async (id: string): Promise<Catalogus> => {
  const index = (await (await fetch(`${adres()}/catalogi.json`)).json()) as { catalogi: { id: string; versies: { versie: string }[] }[] }
  const versie = index.catalogi.find((c) => c.id === id)?.versies.at(-1)?.versie
  return (await (await fetch(`${adres()}/catalogi/${id}/${versie}.json`)).json()) as Catalogus
}
const open = async (id: string, opties: Parameters<typeof openPagina>[1] = {}, na = ''): Promise<Page> => {
  const p = await openPagina(`/${id}/probeer${na}`, opties)
  await p.getByRole('heading', { level: 1, name: 'Probeer' }).waitFor()
  await rustig(p)
  return p
}
async function laad(p: Page, vignet: string) {
  await p.getByLabel('Voorbeeldsituatie').selectOption(vignet)
  await p.getByText(`Voorbeeld ${vignet} is geladen.`).waitFor()
}
const tabel = (p: Page, id: string) => p.locator(`.probeer-tabel[data-tabel="${id}"]`)
const antwoord = (p: Page, vraag: string, tekst: string) => p.locator(`#vraag-${vraag}`).getByLabel(tekst, { exact: true }).check()
const eersteProduct = (c: Catalogus, tabelId: string): Vignet => {
  const v = c.vignetten?.find((x) => x.verwacht?.[tabelId]?.uitkomst === 'product')
  if (!v) throw new Error('de catalogus heeft een voorbeeld met een product')
  return v
}

describe('probeer: het advies naast de vragen', () => {
  it('elk antwoord verandert het advies, en de kaart zegt welke vraag nu telt', async () => {
    const p = await open('regio-b')
    const individueel = tabel(p, 'individueel')
    await expect.poll(() => individueel.getAttribute('data-uitkomst')).toBe('eerst_vragen')
    await expect.poll(() => individueel.locator('.probeer-volgende-vraag').textContent()).toContain('Wlz')
    await antwoord(p, 'wlzPassend', 'ja')
    await expect.poll(() => individueel.getAttribute('data-uitkomst')).toBe('geen_product')
    await antwoord(p, 'wlzPassend', 'nee')
    await antwoord(p, 'bereikbaarheid24x7Nodig', 'nee')
    await individueel.getByRole('button', { name: 'Ga naar de vraag' }).click()
    await expect.poll(() => p.evaluate(() => document.activeElement?.closest('.probeer-vraag')?.getAttribute('data-volgende'))).toBe('true')
    await laad(p, 'V13')
    await expect.poll(() => individueel.getAttribute('data-uitkomst')).toBe('product')
    await expect.poll(() => individueel.locator('.probeer-uitkomst-kop').textContent()).toContain('extra')
  })

  it('een schermlezer hoort rustig wat er veranderde', async () => {
    const p = await open('regio-b')
    await antwoord(p, 'wlzPassend', 'ja')
    const status = p.locator('.probeer-advies > [role=status]')
    await expect.poll(() => status.textContent()).toContain('Geen product')
  })

  it('het spoor noemt de rij, elke uitspraak en de weg naar vraag en bron', async () => {
    const p = await open('regio-b')
    await laad(p, 'V13')
    const individueel = tabel(p, 'individueel')
    await individueel.locator('summary', { hasText: 'Waarom?' }).click()
    const spoor = individueel.locator('.probeer-spoor')
    await expect.poll(() => spoor.textContent()).toContain('De rij die beslist: B7')
    await expect.poll(() => spoor.locator('[data-oordeel=voldaan] li').count()).toBeGreaterThan(0)
    await expect.poll(() => spoor.locator('a.md-eis').first().getAttribute('href')).toContain('/uitspraak/')
    await spoor.locator('[data-oordeel=voldaan] .bewaar-tekstknop').first().click()
    await expect.poll(() => p.evaluate(() => document.activeElement?.closest('.probeer-vraag') !== null)).toBe(true)
    await individueel.locator('summary', { hasText: 'Waarom niet iets anders?' }).click()
    await expect.poll(() => individueel.locator('.probeer-anderen').textContent()).toContain('Zou passen als')
  })

  it('na een advies is de omvang van dat product één stap verder', async () => {
    const p = await open('hulst-terneuzen')
    await laad(p, 'V01')
    const code = (await tabel(p, 'individueel').getAttribute('data-product')) ?? ''
    expect(code).not.toBe('')
    await tabel(p, 'individueel').getByRole('link', { name: 'Bepaal de omvang' }).click()
    await p.getByRole('heading', { level: 1, name: 'Omvang' }).waitFor()
    await expect.poll(() => p.getByLabel('Product', { exact: true }).inputValue()).toBe(code)
    await p.goBack()
    await p.getByRole('heading', { name: /^V01/ }).waitFor()
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-product')).toBe(code)
  })

  it('wat als laat zien wat er verandert en bewaart niets', async () => {
    const p = await open('regio-b')
    await laad(p, 'V13')
    const watAls = p.locator('.probeer-watals')
    await watAls.locator('summary').click()
    await watAls.getByLabel('Vraag').selectOption('wlzPassend')
    await watAls.getByLabel('Stel, het antwoord is').selectOption('ja')
    await expect.poll(() => watAls.textContent()).toContain('geen product')
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-uitkomst')).toBe('product')
    await watAls.getByRole('button', { name: 'Neem dit antwoord over' }).click()
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-uitkomst')).toBe('geen_product')
    await p.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-uitkomst')).toBe('product')
  })

  it('een andere lezing van de regels verandert de uitkomst en staat als anders gemerkt', async () => {
    const p = await open('hulst-terneuzen')
    await laad(p, 'V05')
    const individueel = tabel(p, 'individueel')
    const eerst = await individueel.getAttribute('data-product')
    await p.locator('summary', { hasText: 'Lezing van de regels' }).click()
    await p.locator('[data-sleutel=ernstigGedragMinMaanden] select').selectOption('6')
    await expect.poll(() => individueel.getAttribute('data-product')).not.toBe(eerst)
    await expect.poll(() => p.locator('[data-sleutel=ernstigGedragMinMaanden]').textContent()).toContain('anders dan de standaard')
  })

  it('afwijken van een afgeleide waarde telt pas met een motivering', async () => {
    const p = await open('hulst-terneuzen')
    await laad(p, 'V03')
    const individueel = tabel(p, 'individueel')
    const eerst = await individueel.getAttribute('data-product')
    const ernst = p.locator('#afgeleid-gedragsErnst')
    await ernst.locator('summary').click()
    await ernst.getByLabel('Afwijken van deze regel').selectOption('ernstig')
    await expect.poll(() => individueel.getAttribute('data-product')).toBe(eerst)
    await ernst.getByLabel('Waarom wijkt u af?').fill('Gezien bij het huisbezoek.')
    await expect.poll(() => individueel.getAttribute('data-product')).not.toBe(eerst)
  })

  it('een antwoord dat een andere vraag voorstelt telt pas na bevestiging', async () => {
    const p = await open('hulst-terneuzen')
    const hoog = p.locator('#vraag-hoogEscalatierisico')
    await antwoord(p, 'verhoogdEscalatierisico', 'ja')
    await hoog.getByText('Voorstel: ja').waitFor()
    await expect.poll(() => hoog.getByLabel('weet ik niet', { exact: true }).isChecked()).toBe(true)
    await expect.poll(() => p.locator('#afgeleid-gpTrigger').textContent()).toContain('nog niet bekend')
    await hoog.getByRole('button', { name: 'Bevestig ja' }).click()
    await expect.poll(() => hoog.getByLabel('ja', { exact: true }).isChecked()).toBe(true)
    await expect.poll(() => p.evaluate(() => document.activeElement?.closest('.probeer-vraag')?.id)).toBe('vraag-hoogEscalatierisico')
    await expect.poll(() => p.locator('#afgeleid-gpTrigger').textContent()).not.toContain('nog niet bekend')
    await expect.poll(() => hoog.getByRole('button', { name: 'Bevestig ja' }).count()).toBe(0)
  })
})

describe('probeer: voorbeelden', () => {
  it.each(catalogi)('elk voorbeeld van %s laadt en geeft de verwachte uitkomst', async (id) => {
    const c = await haal(id)
    const p = await open(id)
    expect(c.vignetten?.length).toBeGreaterThan(10)
    for (const v of c.vignetten ?? []) {
      await laad(p, v.id)
      await p.getByRole('heading', { name: `${v.id} · ${v.titel}` }).waitFor()
      for (const [t, verwacht] of Object.entries(v.verwacht ?? {})) {
        const kaart = tabel(p, t)
        await expect.poll(() => kaart.getAttribute('data-uitkomst'), { message: `${v.id} ${t}` }).toBe(verwacht.uitkomst)
        if (verwacht.product)
          await expect.poll(() => kaart.getAttribute('data-product'), { message: `${v.id} ${t}` }).toBe(verwacht.product)
        await expect
          .poll(() => p.locator(`.probeer-vignet-oordelen [data-tabel="${t}"]`).getAttribute('data-klopt'), { message: `${v.id} ${t}` })
          .toBe('true')
      }
    }
  })
})

describe('probeer: bewaren, delen en terugdraaien', () => {
  it('een link brengt dezelfde situatie op een ander apparaat, zonder dat de server haar ziet', async () => {
    const p = await open('hulst-terneuzen')
    await laad(p, 'V05')
    await p.getByRole('button', { name: 'Deel' }).click()
    await expect.poll(() => p.locator('.bewaar-deel').textContent()).toContain('de antwoorden staan in de link zelf')
    const link = await p.getByLabel('Link naar deze situatie').inputValue()
    const product = await tabel(p, 'individueel').getAttribute('data-product')
    const url = new URL(link)
    const ander = await openPagina('/')
    const verzoeken: string[] = []
    ander.on('request', (r) => verzoeken.push(r.url() + (r.postData() ?? '')))
    await ander.goto(url.pathname + url.hash)
    await ander.getByText('De situatie uit de link is geopend.').waitFor()
    await expect.poll(() => tabel(ander, 'individueel').getAttribute('data-product')).toBe(product)
    await expect.poll(() => ander.locator('#vraag-gedragsvormen').getByLabel('agressief', { exact: true }).isChecked()).toBe(true)
    expect(verzoeken.filter((v) => v.includes('gedrag'))).toEqual([])
    await expect.poll(() => new URL(ander.url()).hash).toBe('')
  })

  it('een kapotte link zegt wat er mis is en laat staan wat er stond', async () => {
    const p = await open('regio-b')
    await antwoord(p, 'wlzPassend', 'nee')
    await p.goto(`${adres()}/regio-b/probeer#wlzPassend=misschien&bestaatniet=ja`)
    const alarm = p.getByRole('alert')
    await alarm.waitFor()
    await expect.poll(() => alarm.textContent()).toContain('bestaatniet')
    await expect.poll(() => p.locator('#vraag-wlzPassend').getByLabel('nee', { exact: true }).isChecked()).toBe(true)
  })

  it('een bestand heen en terug is dezelfde situatie, met motivering; een kapot bestand verandert niets', async () => {
    const p = await open('hulst-terneuzen')
    const c = await haal('hulst-terneuzen')
    await laad(p, 'V10')
    const waarschuwing = p.locator('.probeer-waarschuwingen').first()
    await waarschuwing.locator('summary').click()
    await waarschuwing.getByLabel('Motivering').first().fill('Besproken met de inwoner.')
    const bestand = await download(p, () => p.getByRole('button', { name: 'Bewaar' }).click())
    expect(JSON.parse(readFileSync(bestand, 'utf8'))).toMatchObject({ soort: 'meedoen-situatie', hash: c.hash })
    await p.getByRole('button', { name: 'Begin opnieuw' }).click()
    await expect.poll(() => p.locator('.probeer-vraag[data-bekend]').count()).toBe(0)
    const kies = p.locator('input[type=file]')
    await kies.setInputFiles({ name: 'kapot.json', mimeType: 'application/json', buffer: Buffer.from('{"soort":') })
    await p.getByRole('alert').getByText('kapot.json is niet geopend').waitFor()
    await kies.setInputFiles({ name: 'anders.json', mimeType: 'application/json', buffer: Buffer.from('{"soort":"meedoen-stapeling"}') })
    await p.getByRole('alert').getByText('geen bestand van dit scherm').waitFor()
    await kies.setInputFiles(bestand)
    await p.getByText('is geopend.').waitFor()
    await p.locator('.probeer-waarschuwingen summary').first().click()
    await expect
      .poll(() => p.locator('.probeer-waarschuwingen').getByLabel('Motivering').first().inputValue())
      .toBe('Besproken met de inwoner.')
  })

  it('opnieuw beginnen is ongedaan te maken en herladen verliest niets', async () => {
    const p = await open('regio-b')
    await laad(p, 'V13')
    await p.reload()
    await p.getByRole('heading', { name: /^V13/ }).waitFor()
    await p.getByRole('button', { name: 'Begin opnieuw' }).click()
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-uitkomst')).toBe('eerst_vragen')
    await p.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => tabel(p, 'individueel').getAttribute('data-uitkomst')).toBe('product')
  })

  it('op papier staat een samenvatting met redenen, antwoorden, versie en inhoud', async () => {
    const c = await haal('regio-b')
    const p = await open('regio-b')
    await laad(p, eersteProduct(c, 'individueel').id)
    await p.emulateMedia({ media: 'print' })
    const papier = p.locator('.probeer-afdruk')
    await expect.poll(() => papier.isVisible()).toBe(true)
    await expect.poll(() => p.locator('.probeer').isVisible()).toBe(false)
    await expect.poll(() => papier.textContent()).toContain(c.hash)
    await expect.poll(() => papier.textContent()).toContain('voldaan')
    await schermafdruk(p, 'probeer-afdruk', true)
  })
})

describe('probeer: toetsenbord, toegankelijkheid en rust', () => {
  it('van begin tot advies met alleen het toetsenbord', async () => {
    const p = await open('regio-b')
    const individueel = tabel(p, 'individueel')
    const stand = () => individueel.evaluate((t) => `${t.dataset.uitkomst} ${t.querySelector('.probeer-volgende-vraag')?.textContent}`)
    for (let stap = 0; stap < 12 && (await individueel.getAttribute('data-uitkomst')) === 'eerst_vragen'; stap++) {
      const vraag = await individueel.locator('.probeer-volgende-vraag').textContent()
      const eerst = await stand()
      await p.keyboard.press('n')
      await expect
        .poll(() => p.evaluate(() => document.activeElement?.closest('.probeer-vraag')?.querySelector('.probeer-vraag-tekst')?.textContent))
        .toContain(vraag)
      await p.keyboard.press('2')
      await expect.poll(stand).not.toBe(eerst)
    }
    await expect.poll(() => individueel.getAttribute('data-uitkomst')).not.toBe('eerst_vragen')
    // Pijlen wisselen binnen de vraag, Tab gaat naar wat erna komt.
    await p.locator('#vraag-wlzPassend input:checked').focus()
    await p.keyboard.press('ArrowLeft')
    await expect.poll(() => p.locator('#vraag-wlzPassend').getByLabel('ja', { exact: true }).isChecked()).toBe(true)
    await p.keyboard.press('Tab')
    await expect.poll(() => p.evaluate(() => document.activeElement?.closest('#vraag-wlzPassend'))).toBeNull()
    await p.keyboard.press('?')
    await expect.poll(() => p.getByRole('dialog').textContent()).toContain('Ga naar de vraag die nu het verschil maakt')
  })

  it.each([
    ['regio-b', 1280, 800],
    ['regio-b', 360, 740],
    ['hulst-terneuzen', 1280, 800],
    ['hulst-terneuzen', 360, 740],
  ])('geen ernstige bevinding en niets te breed: %s op %i × %i', async (id, breedte, hoogte) => {
    const p = await open(id, { breedte, hoogte })
    await laad(p, id === 'regio-b' ? 'V13' : 'V05')
    if (breedte < 900) await p.getByRole('button', { name: 'Advies openklappen' }).click()
    for (const s of await p.locator('.probeer-advies summary').all()) await s.click()
    await p.locator('.probeer-uitleg summary').first().click()
    await p.getByRole('button', { name: 'Deel' }).click()
    await axe(p)
    await pastInBreedte(p)
    await schermafdruk(p, `probeer-${id}-${breedte}`)
  })

  it.each([320, 640])('past op %i px breed, ook bij 200% inzoomen', async (breedte) => {
    const p = await open('hulst-terneuzen', { breedte, hoogte: 450 })
    await laad(p, 'V05')
    await pastInBreedte(p)
  })

  it.each([
    ['hulst-terneuzen', 1280, 800],
    ['hulst-terneuzen', 360, 740],
    ['regio-b', 1280, 800],
    ['regio-b', 360, 740],
    ['regio-b', 1920, 1080],
  ])('niets verspringt bij welk antwoord ook: %s op %i × %i', async (id, breedte, hoogte) => {
    const p = await open(id, { breedte, hoogte })
    const vragen = await p.locator('.probeer-vraag').evaluateAll((rijen) => rijen.map((r) => r.id))
    expect(vragen.length).toBeGreaterThan(20)
    // Drie ronden met telkens een ander laatste antwoord: zo komt het advies langs veel verschillende uitkomsten.
    const verschoven: string[] = []
    for (const ronde of [0, 1, 2]) for (const vraag of vragen) verschoven.push(...(await beantwoordEnMeet(p, vraag, ronde)))
    expect(verschoven).toEqual([])
    if (breedte < 900) return
    // Ook met het bewijs open: dat wisselt bij elk antwoord, maar binnen zijn eigen vak.
    const uitklappers = p.locator('.probeer-waarom > summary')
    for (const s of await uitklappers.all()) await s.click()
    await expect.poll(() => p.locator('.probeer-waarom-vak').count()).toBe(await uitklappers.count())
    await rustig(p)
    for (const vraag of vragen) verschoven.push(...(await beantwoordEnMeet(p, vraag, 1)))
    expect(verschoven).toEqual([])
  })
})

/**
 * Geeft elk antwoord op een vraag en meldt wat daardoor van plaats veranderde: de vragen ten opzichte van de bladzijde, de vaste
 * delen van de advieskolom ten opzichte van het scherm. Het `laatste` antwoord blijft staan.
 */
const beantwoordEnMeet = (p: Page, vraag: string, laatste: number): Promise<string[]> =>
  p.evaluate(
    async ([vraag, laatste]) => {
      const lijst =
        '.probeer-themabalk a, .probeer-thema, .probeer-thema-kop h2, .probeer-vraag, .probeer-vraag-antwoord, .probeer-afgeleid'
      const advies =
        '.probeer-balk, .probeer-tabel, .probeer-tabel h3, .probeer-uitkomst, .probeer-verder, .probeer-advies summary:not(.probeer-uitkomst *, .probeer-waarom-vak *)'
      // Deze komen en gaan met de uitkomst; zolang ze er zijn, staan ze op dezelfde plek. De tekst erin bepaalt de hoogte van de vraag.
      const wisselend = '.probeer-volgende, .probeer-verder button, .probeer-verder li:first-child'
      const naam = (e: Element) => `${e.closest('[data-tabel]')?.getAttribute('data-tabel') ?? ''} ${e.id || e.className || e.textContent}`
      const meet = () => {
        const plekken = new Map<string, string>()
        const zet = (kiezer: string, omlaag: number, hoog: boolean) => {
          for (const [i, e] of [...document.querySelectorAll(kiezer)].entries()) {
            const { x, y, width, height } = e.getBoundingClientRect()
            plekken.set(`${naam(e)} ${hoog ? i : ''}`, [x, y + omlaag, hoog ? width : 0, hoog ? height : 0].map(Math.round).join(' '))
          }
        }
        zet(lijst, scrollY, true)
        zet(advies, 0, true)
        zet(wisselend, 0, false)
        return plekken
      }
      // Wie antwoordt, ziet de vraag; dan hoeft de browser niets in beeld te schuiven.
      document.getElementById(vraag)?.scrollIntoView({ block: 'center' })
      const keuzes = [...(document.getElementById(vraag)?.querySelectorAll('input') ?? [])].filter((i) => !i.disabled)
      const geef = (invoer: HTMLInputElement) => {
        if (invoer.type === 'radio' || invoer.type === 'checkbox') return invoer.click()
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(invoer, '7')
        invoer.dispatchEvent(new Event('input', { bubbles: true }))
      }
      const verschoven: string[] = []
      const volgorde = keuzes.map((_, i) => keuzes[(laatste + 1 + i) % keuzes.length])
      for (const keuze of volgorde) {
        if (!keuze) continue
        const eerst = meet()
        geef(keuze)
        await new Promise((klaar) => requestAnimationFrame(klaar))
        for (const [deel, plek] of meet()) {
          const was = eerst.get(deel)
          if (was !== undefined && was !== plek) verschoven.push(`${vraag} ${keuze.id}: ${deel} van ${was} naar ${plek}`)
        }
      }
      return verschoven
    },
    [vraag, laatste] as const,
  )
