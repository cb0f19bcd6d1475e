/**
 * CSV lezen terwijl hij binnenkomt (RFC 4180): aanhalingstekens, regeleinden binnen een veld, en puntkomma, komma of tab. Het nummer
 * van een regel is dat van een editor, ook als een veld over meer regels loopt.
 */

/** Eén regel uit het bestand: haar nummer (de eerste is 1) en de velden zoals ze er staan. */
export type Csvregel = { readonly nummer: number; readonly velden: readonly string[] }

export type Csvlezer = {
  /** Verwerkt het volgende stuk tekst en geeft de regels die daarmee af zijn. */
  lees(stuk: string): Csvregel[]
  /** Wat er na het laatste stuk nog staat; `open` als een aanhalingsteken nooit dichtging. */
  einde(): { readonly regels: Csvregel[]; readonly open: number | null }
}

/** Langer is geen inwoner maar een aanhalingsteken dat openstaat: verder lezen zou het hele bestand in het geheugen halen. */
const LANGSTE_REGEL = 200_000

/** De scheiding volgt uit de kopregel: wat er het meest in staat, puntkomma, komma of tab. */
export function scheidingVan(kop: string): string {
  const aantal = (teken: string) => kop.split(teken).length
  return [';', ',', '\t'].reduce((beste, teken) => (aantal(teken) > aantal(beste) ? teken : beste))
}

/** `scheiding`: één teken. Zonder wordt zij uit de eerste regel afgeleid. */
export function maakCsvlezer(scheiding?: string): Csvlezer {
  let rest = ''
  let nummer = 1
  let teken = scheiding
  let vast = false

  const verwerk = (laatste: boolean): Csvregel[] => {
    const regels: Csvregel[] = []
    let begin = 0
    for (;;) {
      const einde = vindEinde(rest, begin, laatste)
      if (einde < 0) break
      const ruw = rest.slice(begin, einde)
      teken ??= scheidingVan(ruw)
      const netjes = ruw.endsWith('\r') ? ruw.slice(0, -1) : ruw
      if (netjes !== '') regels.push({ nummer, velden: velden(netjes, teken) })
      nummer += 1 + (ruw.includes('"') ? telRegeleinden(ruw) : 0)
      begin = einde + 1
    }
    rest = rest.slice(begin)
    return regels
  }

  return {
    lees(stuk) {
      if (vast) return []
      rest += rest === '' && nummer === 1 && stuk.startsWith('\ufeff') ? stuk.slice(1) : stuk
      const regels = verwerk(false)
      vast = rest.length > LANGSTE_REGEL
      return regels
    },
    einde() {
      if (rest === '') return { regels: [], open: null }
      if (vast || isOpen(rest)) return { regels: [], open: nummer }
      return { regels: verwerk(true), open: null }
    },
  }
}

/** Het regeleinde dat deze regel afsluit, of -1 als de regel nog niet af is. */
function vindEinde(tekst: string, begin: number, laatste: boolean): number {
  if (begin >= tekst.length) return -1
  let open = false
  for (let zoek = begin; ; ) {
    const einde = tekst.indexOf('\n', zoek)
    if (einde < 0) return laatste ? tekst.length : -1
    if (isOpen(tekst.slice(zoek, einde))) open = !open
    if (!open) return einde
    zoek = einde + 1
  }
}

/** Een oneven aantal aanhalingstekens: het veld loopt door op de volgende regel. */
function isOpen(tekst: string): boolean {
  let aantal = 0
  for (let i = tekst.indexOf('"'); i >= 0; i = tekst.indexOf('"', i + 1)) aantal++
  return aantal % 2 === 1
}

const telRegeleinden = (tekst: string): number => tekst.split('\n').length - 1

function velden(regel: string, teken: string): string[] {
  if (!regel.includes('"')) return regel.split(teken)
  const uit: string[] = []
  let veld = ''
  let binnen = false
  for (let i = 0; i < regel.length; i++) {
    const c = regel[i]
    if (c === '"') {
      if (binnen && regel[i + 1] === '"') {
        veld += '"'
        i++
      } else binnen = !binnen
    } else if (c === teken && !binnen) {
      uit.push(veld)
      veld = ''
    } else veld += c
  }
  uit.push(veld)
  return uit
}
