/**
 * De korte vorm van een catalogus aanvullen tot de volledige. Wie een catalogus begint hoeft niet alles op te schrijven:
 * wat uit de rest volgt (de volgorde van producten, een titel uit een sleutel) vult de lader in. Wat fout is blijft fout:
 * hier wordt niets verbeterd, alleen wat ontbreekt ingevuld. De hash gaat over wat er stond.
 */

type Blok = Record<string, unknown>

/** Naam van de catalogus als het blok `catalogus` die niet noemt: de mappen waarin de versie staat. */
export type Mapnaam = { readonly id: string; readonly versie: string }

const isBlok = (w: unknown): w is Blok => w !== null && typeof w === 'object' && !Array.isArray(w)
const isLijst = Array.isArray
const gewoon = (sleutel: string): string => {
  const woorden = sleutel
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return woorden.charAt(0).toUpperCase() + woorden.slice(1)
}

/** Een nieuw blok waarin wat ontbreekt is ingevuld; wat er stond blijft zoals het was. */
function met(waarde: unknown, standaard: Blok): unknown {
  return isBlok(waarde) ? { ...standaard, ...waarde } : waarde
}
function perSleutel(waarde: unknown, doe: (sleutel: string, w: unknown) => unknown): unknown {
  return isBlok(waarde) ? Object.fromEntries(Object.entries(waarde).map(([k, w]) => [k, doe(k, w)])) : waarde
}
function perItem(waarde: unknown, doe: (w: unknown, i: number) => unknown): unknown {
  return isLijst(waarde) ? waarde.map(doe) : waarde
}

/** Vult de samengevoegde inhoud van een versiemap aan. De uitkomst gaat daarna door de controle van `vorm.ts`. */
export function vulAan(ruw: Blok, map: Mapnaam): Blok {
  const productcodes = isBlok(ruw.producten) ? Object.keys(ruw.producten) : []
  const kop = isBlok(ruw.catalogus) ? ruw.catalogus : {}
  const id = typeof kop.id === 'string' ? kop.id : map.id
  const teksten = uitspraakteksten(ruw)
  return {
    ...ruw,
    catalogus: met(ruw.catalogus ?? {}, {
      id,
      versie: map.versie,
      naam: gewoon(id),
      omschrijving: `Productcatalogus ${gewoon(id)}.`,
      bronnen: [],
      productvolgorde: productcodes,
    }),
    gemeenten: perItem(ruw.gemeenten ?? [], (g) => met(g, { code: null })),
    themas: vulThemas(ruw),
    producten: perSleutel(ruw.producten, (code, p) => vulProduct(code, p, ruw.vragen)),
    gedeeld: perItem(ruw.gedeeld, vulUitspraak),
    vragen: perSleutel(ruw.vragen, (sleutel, v) => met(v, { thema: 'overig', tekst: gewoon(sleutel), eisen: [] })),
    instellingen: perSleutel(ruw.instellingen, vulInstelling),
    afgeleid: perSleutel(ruw.afgeleid, vulAfgeleid),
    gronden: vulGronden(ruw),
    tabellen: perSleutel(ruw.tabellen, (sleutel, t) => vulTabel(sleutel, t, teksten)),
    stapeling: vulStapeling(ruw.stapeling ?? {}, productcodes),
  }
}

function vulThemas(ruw: Blok): unknown {
  if (ruw.themas !== undefined && !isBlok(ruw.themas)) return ruw.themas
  const genoemd = isBlok(ruw.vragen) ? Object.values(ruw.vragen).flatMap((v) => (isBlok(v) ? [v.thema ?? 'overig'] : [])) : []
  const ontbreekt = genoemd.filter((t): t is string => typeof t === 'string' && !(isBlok(ruw.themas) && t in ruw.themas))
  // Noemt de catalogus zelf thema's, dan is een onbekend thema een tikfout; die meldt de controle.
  const aan = isBlok(ruw.themas) ? ontbreekt.filter((t) => t === 'overig') : ontbreekt
  return { ...(ruw.themas as Blok | undefined), ...Object.fromEntries(aan.map((t) => [t, { titel: gewoon(t) }])) }
}

function vulProduct(code: string, product: unknown, vragen: unknown): unknown {
  if (!isBlok(product)) return product
  const naam = typeof product.naam === 'string' ? product.naam : code
  const vol = met(product, { naam, bekostiging: null, iwmoCode: null, kort: naam, uitspraken: [] }) as Blok
  return {
    ...vol,
    uitspraken: perItem(vol.uitspraken, vulUitspraak),
    ...(product.lijst !== undefined && { lijst: perItem(product.lijst, (item, i) => vulLijstitem(code, item, i, vragen)) }),
  }
}

function vulUitspraak(u: unknown): unknown {
  if (!isBlok(u)) return u
  const citaat = isLijst(u.citaat) ? u.citaat[0] : u.citaat
  return met(u, { soort: 'definitie', tekst: citaat ?? u.eis, werkt: [] })
}

function vulLijstitem(code: string, item: unknown, i: number, vragen: unknown): unknown {
  if (!isBlok(item)) return item
  const vraagId = isBlok(item.als) ? Object.keys(item.als)[0] : undefined
  const vraag = isBlok(vragen) && vraagId ? vragen[vraagId] : undefined
  const tekst = (isBlok(vraag) && (vraag.kort ?? vraag.tekst)) || gewoon(vraagId ?? code)
  return met(item, { sleutel: `${code}-${i + 1}`, nummer: String(i + 1), tekst })
}

function vulInstelling(sleutel: string, instelling: unknown): unknown {
  if (!isBlok(instelling)) return instelling
  const lezingen = perItem(instelling.lezingen ?? [{ waarde: instelling.standaard }], (l) =>
    isBlok(l) ? met(l, { tekst: typeof l.waarde === 'string' ? gewoon(l.waarde) : JSON.stringify(l.waarde) }) : l,
  )
  return { ...(met(instelling, { titel: gewoon(sleutel), eisen: [], werkt: [] }) as Blok), lezingen }
}

/** Zonder `waarden` zijn de waarden die de rijen geven, in die volgorde. */
function vulAfgeleid(sleutel: string, afgeleid: unknown): unknown {
  if (!isBlok(afgeleid)) return afgeleid
  const dan = isLijst(afgeleid.rijen) ? afgeleid.rijen.flatMap((r) => (isBlok(r) && typeof r.dan === 'string' ? [r.dan] : [])) : []
  const jaNee = dan.every((w) => w === 'ja' || w === 'nee')
  return met(afgeleid, { tekst: gewoon(sleutel), ...(!jaNee && { waarden: [...new Set(dan)] }) })
}

function vulTabel(sleutel: string, tabel: unknown, teksten: ReadonlyMap<unknown, unknown>): unknown {
  if (!isBlok(tabel)) return tabel
  const vol = met(tabel, { titel: gewoon(sleutel) }) as Blok
  return {
    ...vol,
    rijen: perItem(vol.rijen, (rij) => (isBlok(rij) ? met(rij, { eisen: [], tekst: `Rij ${rij.rij}.` }) : rij)),
    ...(vol.waarschuwingen !== undefined && {
      waarschuwingen: perItem(vol.waarschuwingen, (w) =>
        isBlok(w) ? met(w, { tekst: teksten.get(w.eis) ?? (typeof w.code === 'string' ? `${gewoon(w.code)}.` : '') }) : w,
      ),
    }),
  }
}

function vulGronden(ruw: Blok): unknown {
  if (ruw.gronden !== undefined && !isBlok(ruw.gronden)) return ruw.gronden
  // Noemt de catalogus zelf gronden, dan is een onbekende grond een tikfout; die meldt de controle.
  if (ruw.gronden !== undefined || !isBlok(ruw.tabellen)) return ruw.gronden ?? {}
  const rijen = Object.values(ruw.tabellen).flatMap((t) => (isBlok(t) && isLijst(t.rijen) ? t.rijen : []))
  const genoemd = rijen.flatMap((r) => (isBlok(r) && isBlok(r.dan) && typeof r.dan.geen === 'string' ? [r.dan.geen] : []))
  return Object.fromEntries(genoemd.map((g) => [g, { tekst: `${gewoon(g)}.` }]))
}

/** `perFamilie: {individueel: 1, groep: 1, eis: …}` is de korte schrijfwijze van `{maximum: {individueel: 1, groep: 1}, eis: …}`. */
function vulStapeling(stapeling: unknown, productcodes: readonly string[]): unknown {
  const vol = met(stapeling, { volgorde: productcodes })
  if (!isBlok(vol) || !isBlok(vol.perFamilie)) return vol
  const { maximum, eis, uitkomst, tekst, ...rest } = vol.perFamilie
  const families = maximum ?? Object.fromEntries(Object.entries(rest).filter(([, n]) => typeof n === 'number'))
  const over = Object.fromEntries(Object.entries(rest).filter(([, n]) => maximum !== undefined || typeof n !== 'number'))
  const aantal = isBlok(families) ? Object.entries(families).map(([f, n]) => `${n} × ${f}`) : []
  return {
    ...vol,
    perFamilie: {
      ...over,
      maximum: families,
      eis,
      uitkomst: uitkomst ?? 'blokkeren',
      tekst: tekst ?? `Tegelijk mag hoogstens ${aantal.join(' en ')}.`,
    },
  }
}

/** Tekst per nummer, voor waarschuwingen die er zelf geen hebben. */
function uitspraakteksten(ruw: Blok): ReadonlyMap<unknown, unknown> {
  const perProduct = isBlok(ruw.producten)
    ? Object.values(ruw.producten).flatMap((p) => (isBlok(p) && isLijst(p.uitspraken) ? p.uitspraken : []))
    : []
  const gedeeld = isLijst(ruw.gedeeld) ? ruw.gedeeld : []
  return new Map([...gedeeld, ...perProduct].flatMap((u) => (isBlok(u) && u.tekst !== undefined ? [[u.eis, u.tekst] as const] : [])))
}
