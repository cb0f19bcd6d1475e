/** Het productboek, zoals een consulent of jurist erdoorheen loopt. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adres, axe, openPagina, pastInBreedte, rustig } from './hulp.ts'
import { type Server, startServer } from './hulp-server.ts'

const A = '/hulst-terneuzen'
const B = '/regio-b'
const schermen = [
  '/',
  A,
  `${A}/product/GP`,
  `${B}/product/BT`,
  `${A}/uitspraak/A-BR-08`,
  `${B}/uitspraak/B-BT-42`,
  `${B}/bron/003_c4b65a8064af4f0d-txt`,
  `${A}/vergelijk`,
  `${B}/vergelijk?met=BI,BX,BT&verschillen=ja`,
  `${A}/matrix`,
  `${B}/matrix`,
  `${A}/instellingen`,
  `${A}/tabellen`,
  `${B}/versies`,
  `${B}/zoek#q=bereikbaar`,
  `${B}/zoek#q=bestaatniet`,
]

const kop = (pagina: Page) => pagina.locator('main h1')
const staatOp = (pagina: Page, titel: string) => pagina.getByRole('heading', { level: 1, name: titel, exact: true }).waitFor()
const cel = (pagina: Page, rij: string, kolom: string) => pagina.getByRole('button', { name: `${rij} naast ${kolom}:` })

describe('elk scherm', () => {
  it.each(schermen.flatMap((pad) => [1280, 360].map((breedte) => [pad, breedte] as const)))(
    '%s is toegankelijk en past op %i breed',
    async (pad, breedte) => {
      const pagina = await openPagina(pad, { breedte, hoogte: breedte === 360 ? 740 : 900 })
      await kop(pagina).waitFor()
      await pastInBreedte(pagina)
      await axe(pagina)
    },
  )

  it('past ook op 320 pixels, dus bij 400% zoom', async () => {
    for (const pad of [A, `${A}/product/BR`, `${B}/matrix`, `${A}/vergelijk`, `${A}/tabellen`, `${A}/bron`]) {
      const pagina = await openPagina(pad, { breedte: 320, hoogte: 640 })
      await kop(pagina).waitFor()
      await pastInBreedte(pagina)
    }
  })
})

describe('van zin naar bron en terug', () => {
  it('een nummer toont de woorden van de bron, en leidt naar de uitspraak, de passage en weer terug', async () => {
    const pagina = await openPagina(`${A}/product/BR`)
    const nummer = pagina.getByRole('link', { name: 'A-BR-08' }).first()
    // Schuiven sluit het vakje: eerst in beeld en stil, dan pas aanwijzen.
    await nummer.scrollIntoViewIfNeeded()
    await rustig(pagina)
    await nummer.hover()
    await pagina.getByRole('tooltip').getByText('dwars en opstandig', { exact: true }).waitFor()
    await pagina.keyboard.press('Escape')
    await expect.poll(() => pagina.getByRole('tooltip').count()).toBe(0)
    await nummer.click()
    await staatOp(pagina, 'Uitspraak A-BR-08')
    await expect.poll(() => pagina.locator('main h1').evaluate((h) => h === document.activeElement)).toBe(true)
    await expect.poll(() => pagina.title()).toContain('Uitspraak A-BR-08')
    await expect.poll(() => pagina.locator('mark').allTextContents()).toContain('dwars en opstandig')
    await pagina.getByRole('link', { name: /regels 218 tot en met 224/ }).click()
    const regel = pagina.locator('#regel-218')
    await regel.waitFor()
    await expect.poll(() => regel.textContent()).toContain('We spreken van een matig gedragsprobleem')
    await regel.getByRole('link', { name: 'A-BR-08' }).click()
    await staatOp(pagina, 'Uitspraak A-BR-08')
  })

  it('elke uitspraak van beide catalogi staat op een productpagina', async () => {
    const pagina = await openPagina(A)
    for (const [id, bestand] of [
      ['hulst-terneuzen', '2026-01'],
      ['regio-b', '2026-01'],
    ]) {
      const catalogus = await (await pagina.request.get(`/catalogi/${id}/${bestand}.json`)).json()
      const gedeeld: { eis: string; producten: string[] }[] = catalogus.gedeeld
      const eisen = new Set(
        [...gedeeld, ...Object.values<{ uitspraken: { eis: string }[] }>(catalogus.producten).flatMap((p) => p.uitspraken)].map(
          (u) => u.eis,
        ),
      )
      const getoond = new Set<string>()
      for (const code of Object.keys(catalogus.producten)) {
        await pagina.goto(`/${id}/product/${code}`)
        await kop(pagina).waitFor()
        for (const eis of await pagina.locator('main a.md-eis').allTextContents()) getoond.add(eis)
      }
      expect([...eisen].filter((eis) => !getoond.has(eis))).toEqual([])
    }
  })
})

describe('wat een productpagina toont', () => {
  const nummers = async (pagina: Page) => {
    await kop(pagina).waitFor()
    return pagina.locator('.pb-checklist__nummer').allTextContents()
  }
  it('A-BB-05 A-BR-07 A-BP-11 goed: drie, vijf en zes genummerde punten, genummerd als in de bron', async () => {
    expect(await nummers(await openPagina(`${A}/product/BB`))).toEqual(['1', '2', '3'])
    expect(await nummers(await openPagina(`${A}/product/BR`))).toEqual(['1', '2', '3', '4', '5'])
    expect(await nummers(await openPagina(`${A}/product/BP`))).toEqual(['1', '2', '3', '4', '5', '6'])
  })
  it('A-BB-05 A-BR-07 A-BP-11 fout: geen punten van een ander product', async () => {
    const bb = await openPagina(`${A}/product/BB`)
    await nummers(bb)
    await expect.poll(() => bb.locator('.pb-checklist').textContent()).not.toMatch(/psychisch|gedrag/)
    const br = await openPagina(`${A}/product/BR`)
    await nummers(br)
    await expect.poll(() => br.locator('.pb-checklist').textContent()).not.toMatch(/beschermde/)
    expect(await nummers(await openPagina(`${A}/product/BP`))).not.toContain('7')
  })
  it('A-GP-04 A-GP-07 goed: Groepsbegeleiding Plus nummert door, van 7 tot en met 12', async () => {
    const pagina = await openPagina(`${A}/product/GP`)
    expect(await nummers(pagina)).toEqual(['7', '8', '9', '10', '11', '12'])
    const lijst = pagina.locator('.pb-checklist > li')
    await expect.poll(() => lijst.nth(0).textContent()).toMatch(/^7.*sociale redzaamheid/)
    await expect.poll(() => lijst.nth(3).textContent()).toMatch(/^10.*geheugen/)
  })
  it('A-GP-04 A-GP-07 fout: niet het nummer van een ander product, en de sleutel hangt niet aan het nummer', async () => {
    const pagina = await openPagina(`${A}/product/GP`)
    expect(await nummers(pagina)).not.toContain('4')
    const catalogus = await (await pagina.request.get('/catalogi/hulst-terneuzen/2026-01.json')).json()
    expect(catalogus.producten.GP.lijst.map((l: { sleutel: string }) => l.sleutel)).toEqual([
      'GP-1',
      'GP-2',
      'GP-3',
      'GP-4',
      'GP-5',
      'GP-6',
    ])
  })
  it('A-GB-11 goed: wat de bron niet zegt staat er als niet vastgelegd', async () => {
    const pagina = await openPagina(`${A}/vergelijk?met=GB,GP`)
    await kop(pagina).waitFor()
    const rij = pagina.getByRole('row', { name: /^Maximum per medewerker/ })
    await expect.poll(() => rij.getByRole('cell').allTextContents()).toEqual(['niet vastgelegd', expect.stringMatching(/6|zes/)])
  })
  it('A-GB-11 fout: de groepsgrootte van Groepsbegeleiding Plus wordt niet geleend', async () => {
    const pagina = await openPagina(`${A}/product/GB`)
    await kop(pagina).waitFor()
    await expect.poll(() => pagina.getByRole('region', { name: 'Niet vastgelegd' }).textContent()).toContain('Maximum per medewerker')
    await expect.poll(() => pagina.locator('.pb-groep').count()).toBe(0)
    await expect.poll(() => pagina.locator('.pb-checklist').count()).toBe(0)
  })
  it('A-GRP-01 goed: de familie groep heeft precies twee producten', async () => {
    const pagina = await openPagina(A)
    const groep = pagina.getByRole('region', { name: 'Groep', exact: true })
    await groep.waitFor()
    await expect
      .poll(() => groep.getByRole('heading', { level: 3 }).allTextContents())
      .toEqual(['Groepsbegeleiding Basis', 'Groepsbegeleiding Plus'])
  })
  it('A-GRP-01 fout: Groepsbegeleiding zelf is geen product', async () => {
    const pagina = await openPagina(A)
    await kop(pagina).waitFor()
    await expect.poll(() => pagina.getByRole('link', { name: 'Groepsbegeleiding', exact: true }).count()).toBe(0)
  })
  it('A-BB-01 A-BR-01 A-BP-01 goed: drie individuele producten per uur, voor Hulst en Terneuzen', async () => {
    const pagina = await openPagina(A)
    const individueel = pagina.getByRole('region', { name: 'Individueel', exact: true })
    await individueel.waitFor()
    await expect
      .poll(() => individueel.getByRole('heading', { level: 3 }).allTextContents())
      .toEqual(['Begeleiding Basis', 'Begeleiding Regulier', 'Begeleiding Plus'])
    await expect.poll(() => individueel.getByText('per uur').count()).toBe(3)
    await expect.poll(() => pagina.getByRole('region', { name: 'Over deze catalogus' }).textContent()).toContain('Hulst, Terneuzen')
  })
  it('A-BB-01 A-BR-01 A-BP-01 fout: zij staan niet in de catalogus van de andere bron', async () => {
    const pagina = await openPagina(B)
    await kop(pagina).waitFor()
    await expect.poll(() => pagina.locator('main').textContent()).not.toMatch(/Begeleiding (Basis|Regulier|Plus)/)
    for (const code of ['BB', 'BR', 'BP']) await staatOp(await openPagina(`${B}/product/${code}`), 'Dit product is er niet')
  })
  it('B-BI-01 B-BX-01 B-GV-01 goed: elk staat in zijn eigen familie', async () => {
    const pagina = await openPagina(B)
    await kop(pagina).waitFor()
    const namen = (familie: string) =>
      pagina.getByRole('region', { name: familie, exact: true }).getByRole('heading', { level: 3 }).allTextContents()
    expect(await namen('Individueel')).toEqual([
      'Begeleiding individueel',
      'Begeleiding individueel extra',
      'Begeleiding individueel beschermd thuis',
    ])
    expect(await namen('Groep')).toEqual(['Begeleiding groep belevingsgericht', 'Begeleiding groep ontwikkelgericht'])
  })
  it('B-BI-01 B-BX-01 B-GV-01 fout: niet te kiezen in Hulst, en geen toevoeging bij een ander product', async () => {
    const pagina = await openPagina(A)
    await kop(pagina).waitFor()
    await expect.poll(() => pagina.locator('main').textContent()).not.toMatch(/Begeleiding (individueel|groep)/)
    for (const code of ['BI', 'BX', 'GV']) await staatOp(await openPagina(`${A}/product/${code}`), 'Dit product is er niet')
    const extra = await openPagina(`${B}/product/BX`)
    await staatOp(extra, 'Begeleiding individueel extra')
  })
  it('B-BI-02 B-BX-02 B-BT-02 goed: de woorden van inwoners staan bij hun eigen product', async () => {
    const woorden = async (code: string) => {
      const pagina = await openPagina(`${B}/product/${code}`)
      await kop(pagina).waitFor()
      return pagina.locator('.pb-herkenning q').allTextContents()
    }
    const [bi, bx, bt] = [await woorden('BI'), await woorden('BX'), await woorden('BT')]
    expect(bi).toHaveLength(3)
    expect(bi.join()).toMatch(/waar ik terecht kan.*vasthouden wat ik heb bereikt.*hoe lang ik hulp nodig heb/)
    expect(bx.join()).toContain('Ik heb geen overzicht meer')
    expect(bt.join()).toContain('Ik kan mijn hulpvraag niet uitstellen')
    expect(new Set([...bi, ...bx, ...bt]).size).toBe(bi.length + bx.length + bt.length)
  })
  it('B-BI-02 B-BX-02 B-BT-02 fout: zij beslissen niets, in geen enkele tabel', async () => {
    for (const eis of ['B-BI-02', 'B-BX-02', 'B-BT-02']) {
      const pagina = await openPagina(`${B}/uitspraak/${eis}`)
      await staatOp(pagina, `Uitspraak ${eis}`)
      await expect.poll(() => pagina.getByText('Voldaan als').count()).toBe(0)
      await expect.poll(() => pagina.getByRole('heading', { name: 'Rijen van beslistabellen' }).count()).toBe(0)
    }
  })
  it('B-BX-24 goed: inzicht staat er met de woorden van dit product', async () => {
    const pagina = await openPagina(`${B}/product/BX`)
    await pagina.getByRole('listitem').filter({ hasText: 'B-BX-24' }).getByText('de invloed op het dagelijks leven').first().waitFor()
  })
  it('B-BX-24 fout: niet met de woorden van Begeleiding individueel of beschermd thuis', async () => {
    const pagina = await openPagina(`${B}/product/BX`)
    await kop(pagina).waitFor()
    const zinnen = await pagina.getByRole('listitem').filter({ hasText: 'B-BX-24' }).allTextContents()
    expect(zinnen.length).toBeGreaterThan(0)
    expect(zinnen.join()).not.toContain('psychosociale')
    await expect.poll(() => pagina.getByRole('link', { name: /^(B-BI-25|B-BT-29)$/ }).count()).toBe(0)
  })
  it('een product van een andere catalogus bestaat hier niet', async () => {
    const pagina = await openPagina(`${A}/product/BX`)
    await staatOp(pagina, 'Dit product is er niet')
  })
})

describe('vergelijken', () => {
  it('zet gekozen producten naast elkaar en toont alleen de verschillen', async () => {
    const pagina = await openPagina(`${A}/product/BR`)
    await pagina.getByRole('link', { name: 'Vergelijk met…' }).click()
    await pagina.getByText('Kies er nog één bij').waitFor()
    for (const name of [/Begeleiding Plus \(BP\)/, 'Alleen de verschillen']) {
      await pagina.getByRole('checkbox', { name }).click()
      await pagina.getByRole('checkbox', { name, checked: true }).waitFor()
    }
    await expect.poll(() => pagina.getByRole('columnheader').allTextContents()).toHaveLength(3)
    await expect.poll(() => pagina.getByRole('row', { name: /^Eenheid/ }).count()).toBe(0)
    await expect.poll(() => pagina.getByRole('row', { name: /^Mix/ }).textContent()).toMatch(/60% niveau 4.*100% hbo/)
    await expect.poll(() => new URL(pagina.url()).search).toBe('?met=BR%2CBP&verschillen=ja')
  })
})

describe('de stapelingsmatrix', () => {
  it('telt 12 keer Ja en 13 keer Nee en zegt de regel van een vakje', async () => {
    const pagina = await openPagina(`${B}/matrix`)
    await cel(pagina, 'Begeleiding individueel', 'Begeleiding individueel extra').click()
    await pagina.getByRole('status').getByText('er niet naast').waitFor()
    await expect.poll(() => pagina.locator('.pb-matrixregel').textContent()).toContain('B-ST-02')
    await expect.poll(() => pagina.getByRole('button', { name: /: Ja$/ }).count()).toBe(12)
    await expect.poll(() => pagina.getByRole('button', { name: /: Nee$/ }).count()).toBe(13)
  })
  it('is met de pijltjes te lopen en licht rij en kolom op', async () => {
    const pagina = await openPagina(`${B}/matrix`)
    await cel(pagina, 'Begeleiding individueel', 'Begeleiding individueel').focus()
    await pagina.keyboard.press('ArrowRight')
    await pagina.keyboard.press('ArrowRight')
    await expect
      .poll(() => pagina.locator('th.pb-matrix__licht').allTextContents())
      .toEqual([expect.stringContaining('GV'), expect.stringContaining('BI')])
    await pagina.keyboard.press('Enter')
    await expect.poll(() => pagina.locator('.pb-matrixregel').textContent()).toContain('B-ST-03')
  })
  it('zonder matrix staat er de keuze van de gemeente per soort', async () => {
    const pagina = await openPagina(`${A}/matrix`)
    await pagina.getByText('De bron heeft geen stapelingsmatrix').waitFor()
    await expect.poll(() => pagina.getByRole('table').textContent()).toContain('Mag met motivering')
  })
})

describe('zoeken', () => {
  it('met / springt de focus naar het zoekveld; de term staat in het fragment en gaat nergens heen', async () => {
    const pagina = await openPagina(B)
    await kop(pagina).waitFor()
    await rustig(pagina)
    const verzoeken: string[] = []
    pagina.on('request', (v) => verzoeken.push(v.url()))
    await pagina.keyboard.press('/')
    await pagina.keyboard.type('45 minuten')
    await pagina.keyboard.press('Enter')
    await pagina
      .getByRole('link', { name: /^B-BT-42/ })
      .first()
      .waitFor()
    await expect.poll(() => pagina.locator('mark').first().textContent()).toBe('45')
    await expect.poll(() => new URL(pagina.url()).hash).toBe('#q=45+minuten')
    // Niet op `45`: dat kan ook in een poort of bestandsnaam staan.
    expect(verzoeken.filter((v) => v.includes('minuten'))).toEqual([])
    await expect.poll(() => pagina.title()).not.toContain('45')
  })
  it.each([
    ['B-BT-01 goed', 'Beschermd Thuis', 'BT'],
    ['B-GO-01 goed', 'groep ontwikkelingsgericht', 'GO'],
    ['B-GO-01 goed', 'Ontwikkelings-gericht', 'GO'],
    ['B-GO-01 goed', 'groep ontwikkelgericht', 'GO'],
    ['B-BT-01 goed', 'individueel beschermd thuis', 'BT'],
  ])('%s: "%s" vindt %s', async (_, term, code) => {
    const pagina = await openPagina(`${B}/zoek#q=${encodeURIComponent(term)}`)
    const producten = pagina.locator('section', { has: pagina.getByRole('heading', { name: /^Producten/ }) })
    await producten.waitFor()
    await expect.poll(() => producten.getByRole('link').allTextContents()).toEqual([expect.stringMatching(new RegExp(`^${code}`))])
  })
  it('B-BT-01 B-GO-01 fout: een andere schrijfwijze is geen tweede product', async () => {
    const pagina = await openPagina(B)
    await kop(pagina).waitFor()
    await expect.poll(() => pagina.locator('main h3').count()).toBe(5)
  })
  it('zegt wat te doen als er niets is', async () => {
    const pagina = await openPagina(`${B}/zoek#q=xyzzy`)
    await pagina.getByText('Niets gevonden voor “xyzzy”').waitFor()
  })
})

describe('instellingen en beslistabellen', () => {
  it('een open punt toont zijn lezingen, de gekozen lezing, en hoe een andere te proberen', async () => {
    const pagina = await openPagina(`${A}/instellingen#AMB-11`)
    const punt = pagina.locator('#AMB-11')
    await expect.poll(() => punt.locator('.pb-lezing--gekozen').first().textContent()).toContain('gekozen (standaard)')
    const link = punt.getByRole('link', { name: /Probeer deze lezing/ }).first()
    await expect.poll(() => link.getAttribute('href')).toMatch(/^\/hulst-terneuzen\/probeer#lezing:/)
    await link.click()
    await pagina.waitForURL(/probeer/)
    await kop(pagina).waitFor()
  })
  it('alle open punten van beide catalogi staan er', async () => {
    for (const [pad, aantal] of [
      [A, 30],
      [B, 30],
    ] as const) {
      const pagina = await openPagina(`${pad}/instellingen`)
      await kop(pagina).waitFor()
      await expect.poll(() => pagina.locator('.pb-punt').count()).toBeGreaterThan(aantal)
    }
  })
  it('een rij van een beslistabel is te lezen en leidt naar de vraag', async () => {
    const pagina = await openPagina(`${A}/tabellen`)
    const rij = pagina.locator('#rij-individueel-A2')
    await expect.poll(() => rij.textContent()).toContain('Gevolg van een beperking: nee')
    await rij.getByRole('link', { name: 'Gevolg van een beperking' }).click()
    await expect.poll(() => new URL(pagina.url()).hash).toBe('#vraag-gevolgVanBeperking')
  })
})

describe('kader', () => {
  it('skiplink, hulp en wisselen van catalogus met het toetsenbord', async () => {
    const pagina = await openPagina(`${A}/instellingen`)
    await kop(pagina).waitFor()
    await rustig(pagina)
    await pagina.keyboard.press('Tab')
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.textContent)).toContain('Naar de inhoud')
    await pagina.keyboard.press('Enter')
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).toBe('inhoud')
    await pagina.keyboard.press('?')
    const venster = pagina.getByRole('dialog', { name: 'Hulp en sneltoetsen' })
    await venster.waitFor()
    await axe(pagina)
    await pagina.keyboard.press('Escape')
    const keuze = pagina.getByRole('button', { name: /^Catalogus/ })
    await keuze.focus()
    await pagina.keyboard.press('Enter')
    await pagina.keyboard.press('Escape')
    await expect.poll(() => keuze.evaluate((k) => k === document.activeElement && k.getAttribute('aria-expanded'))).toBe('false')
    await pagina.keyboard.press('Enter')
    await pagina.keyboard.press('Tab')
    await pagina.keyboard.press('Tab')
    await pagina.keyboard.press('Enter')
    await pagina.waitForURL(`**${B}/instellingen`)
  })
  it('sneltoetsen zijn uit te zetten', async () => {
    const pagina = await openPagina(A)
    await kop(pagina).waitFor()
    await rustig(pagina)
    await pagina.keyboard.press('?')
    await pagina.getByRole('checkbox', { name: 'Sneltoetsen gebruiken' }).uncheck()
    await pagina.getByRole('button', { name: 'Sluiten' }).click()
    await rustig(pagina)
    await pagina.keyboard.press('/')
    await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).not.toBe('zoekterm')
  })
  it('een catalogus, versie of pagina die er niet is, zegt dat en wijst een weg', async () => {
    for (const pad of ['/bestaat-niet', '/regio-b@1999-01', `${A}/bestaat/niet`, `${A}/uitspraak/Z-ZZ-99`, `${A}/bron/weg`]) {
      const pagina = await openPagina(pad)
      await pagina.getByRole('alert').waitFor()
      await expect.poll(() => pagina.getByRole('alert').getByRole('link').count()).toBe(1)
    }
  })
  it('een beschadigd adres maakt niets stuk', async () => {
    for (const pad of [`${A}/instellingen#%`, `${A}/tabellen#%E0`, `${B}/matrix#%zz`, `${B}/zoek#q=%`]) {
      const pagina = await openPagina(pad)
      await kop(pagina).waitFor()
      await expect.poll(() => kop(pagina).textContent()).not.toContain('mis')
    }
  })
  it('afdrukken toont de inhoud zonder menu, met alles uitgeklapt', async () => {
    const pagina = await openPagina(`${A}/tabellen`)
    await kop(pagina).waitFor()
    await pagina.emulateMedia({ media: 'print' })
    await expect.poll(() => pagina.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false)
    await expect.poll(() => pagina.locator('.pb-volgorde').first().isVisible()).toBe(true)
  })
  it('een gemeente geeft met één bestand haar eigen kleur', async () => {
    const pagina = await openPagina('/')
    await pagina.route('**/thema.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: ':root { --meedoen-kleur-accent: rgb(120, 0, 90) }' }),
    )
    await pagina.goto(A)
    const knop = pagina.getByRole('link', { name: 'Probeer een situatie' })
    await expect.poll(() => knop.evaluate((k) => getComputedStyle(k).backgroundColor)).toBe('rgb(120, 0, 90)')
  })
  it('niets verspringt tijdens het laden', async () => {
    // De catalogus komt pas als wij het zeggen: zo staat vast dat er vóór en na het laden gemeten wordt.
    for (const pad of [A, `${A}/product/BR`, `${B}/matrix`]) {
      const pagina = await openPagina('about:blank')
      let geef = () => {}
      const mag = new Promise<void>((klaar) => (geef = klaar))
      await pagina.route('**/catalogi/**', async (route) => {
        await mag
        await route.continue()
      })
      await pagina.goto(new URL(pad, adres()).href)
      await pagina.getByText('De catalogus wordt geladen').waitFor()
      const kader = pagina.locator('header, header :is(a, button, input), nav[aria-label=Hoofdmenu] :is(ul, a)')
      const plekken = async () => {
        await rustig(pagina)
        return Promise.all((await kader.all()).map(async (deel) => [await deel.textContent(), await deel.boundingBox()]))
      }
      const vooraf = await plekken()
      expect(vooraf.length).toBeGreaterThan(6)
      geef()
      await kop(pagina).waitFor()
      expect(await plekken()).toEqual(vooraf)
    }
  })
  it('terug gaat terug naar dezelfde plek', async () => {
    const pagina = await openPagina(`${A}/product/BR`)
    await pagina.getByRole('link', { name: 'A-BR-12' }).waitFor()
    await rustig(pagina)
    // In het midden: dan hoeft de klik de bladzijde niet nog eens te schuiven.
    await pagina.getByRole('link', { name: 'A-BR-12' }).evaluate((link) => link.scrollIntoView({ block: 'center' }))
    const plek = await pagina.evaluate(() => scrollY)
    await pagina.getByRole('link', { name: 'A-BR-12' }).click()
    await pagina.getByRole('heading', { name: 'Uitspraak A-BR-12' }).waitFor()
    await pagina.goBack()
    await pagina.getByRole('heading', { name: 'Begeleiding Regulier', level: 1 }).waitFor()
    expect(plek).toBeGreaterThan(0)
    await expect.poll(async () => Math.abs((await pagina.evaluate(() => scrollY)) - plek)).toBeLessThan(5)
  })
})

describe('zonder server', () => {
  it('zegt wat er aan de hand is en laadt opnieuw als de server er weer is', async () => {
    const pagina = await openPagina('/')
    await kop(pagina).waitFor()
    let weg = true
    let geef = () => {}
    const mag = new Promise<void>((klaar) => (geef = klaar))
    await pagina.route('**/catalogi/**', async (route) => {
      if (weg) return route.fulfill({ status: 200, contentType: 'text/plain', body: 'storing' })
      await mag
      await route.continue()
    })
    await pagina.getByRole('link', { name: 'Regio B' }).first().click()
    await pagina.getByText('Geen antwoord van de server').waitFor()
    // Het scherm probeert het ook zelf. Tot wij het zeggen komt er geen antwoord: zo staat vast dat de knop opnieuw vraagt.
    weg = false
    await pagina.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await pagina.getByText('De catalogus wordt geladen').waitFor()
    geef()
    await pagina.getByRole('heading', { name: 'Individueel', exact: true }).waitFor()
  })
})

describe('twee versies', () => {
  const map = mkdtempSync(join(tmpdir(), 'meedoen-versies-'))
  let server: Server
  beforeAll(async () => {
    // Dezelfde catalogus nog een keer, met één zin en één grens anders en een latere ingangsdatum.
    const bron = fileURLToPath(new URL('../catalogi/regio-b', import.meta.url))
    cpSync(bron, join(map, 'regio-b'), { recursive: true, filter: (pad) => !pad.endsWith('.ts') })
    cpSync(join(map, 'regio-b/2026-01'), join(map, 'regio-b/2099-01'), { recursive: true })
    const wijzig = (bestand: string, van: string, door: string) => {
      const pad = join(map, 'regio-b', bestand)
      const tekst = readFileSync(pad, 'utf8')
      expect(tekst).toContain(van)
      writeFileSync(pad, tekst.replace(van, door))
    }
    wijzig('2099-01/catalogus.yaml', '2026-01', '2099-01')
    wijzig('2099-01/product-gv.yaml', 'Gemiddeld is er 1 professional per 8 cliënten.', 'Gemiddeld is er 1 professional per 7 cliënten.')
    wijzig('2099-01/product-gv.yaml', 'clientenPerProfessional: 8', 'clientenPerProfessional: 7')
    const versies = join(map, 'regio-b/versies.yaml')
    writeFileSync(versies, `${readFileSync(versies, 'utf8')}  - {versie: 2099-01, geldigVan: "2099-01-01"}\n`)
    server = await startServer({ MEEDOEN_CATALOGI: map })
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(map, { recursive: true })
  })

  it('staan met datum en hash in een lijst, met hun verschil in woorden', async () => {
    const pagina = await openPagina(`${B}/versies`, { server: server.adres })
    await pagina.getByRole('heading', { name: 'Wat er veranderde' }).waitFor()
    const rijen = pagina.getByRole('row')
    await expect.poll(() => rijen.nth(1).textContent()).toMatch(/2099-01.*1 januari 2099.*[0-9a-f]{64}/)
    await expect.poll(() => rijen.nth(2).textContent()).toMatch(/2026-01.*geldt nu.*1 januari 2026/)
    const wijzigingen = pagina.locator('.pb-wijziging')
    await wijzigingen.filter({ hasText: 'per 8 cliënten' }).filter({ hasText: 'per 7 cliënten' }).first().waitFor()
    await expect.poll(() => wijzigingen.filter({ hasText: 'B-GV-17' }).count()).toBeGreaterThan(0)
    await axe(pagina)
  })

  it('een latere versie is nu al te lezen, en zegt dat zij het is', async () => {
    const pagina = await openPagina(`${B}@2099-01/product/GV`, { server: server.adres })
    await pagina.getByText('1 professional, 7 inwoners').waitFor()
    await expect.poll(() => pagina.locator('.md-andereversie').textContent()).toContain('geldt pas vanaf 1 januari 2099')
    const nu = await openPagina(`${B}/product/GV`, { server: server.adres })
    await nu.getByText('1 professional, 8 inwoners').waitFor()
    await expect.poll(() => nu.locator('.md-andereversie').count()).toBe(0)
  })
})
