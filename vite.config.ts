import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const thema = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'
const bestanden = [
  '@utrecht/component-library-css/dist/index.css',
  '@nl-design-system-candidate/button-css/dist/button.css',
  '@nl-design-system-candidate/data-badge-css/dist/data-badge.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
]

/**
 * NL Design System als één stijlblad, `virtual:nlds.css`, in een eigen laag: onze regels gaan altijd voor, hoe specifiek een klasse
 * daar ook is. Onderdelen van Utrecht die geen scherm noemt en tokens van andere bibliotheken blijven weg; dat scheelt 500 kB.
 */
function nlDesignSystem(): Plugin {
  const naam = 'virtual:nlds.css'
  return {
    name: 'nl-design-system',
    resolveId: (id) => (id === naam ? `\0${naam}` : null),
    load(id) {
      if (id !== `\0${naam}`) return null
      const gebruikt = gebruikteOnderdelen('src/web')
      const tokens = lees(thema)
        .split('\n')
        .filter((regel) => houdtToken(regel, gebruikt))
      const tekst = [...bestanden.map(lees), ...tokens].join('\n')
      return `@layer nlds {\n${snoei(tekst, gebruikt)}\n}`
    },
  }
}

const lees = (pad: string) => readFileSync(join('node_modules', pad), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** Namen als `utrecht-alert` in de schermen, zonder variant; `utrecht-heading-${niveau}` geeft `utrecht-heading-`. */
function gebruikteOnderdelen(map: string): string[] {
  const bron = readdirSync(map, { recursive: true, encoding: 'utf8' }).filter((pad) => /\.(tsx|html)$/.test(pad))
  const namen = bron.flatMap((pad) => readFileSync(join(map, pad), 'utf8').match(/utrecht-[a-z0-9]+(-[a-z0-9]+)*-?/g) ?? [])
  return [...new Set(namen)]
}

function houdtToken(regel: string, gebruikt: readonly string[]): boolean {
  if (/^\s*--(ams|denhaag|todo|lux|rhc)-/.test(regel)) return false
  if (/^\s*--nl-/.test(regel)) return /^\s*--nl-(button|data-badge|skip-link)-/.test(regel)
  return !/^\s*--utrecht-/.test(regel) || gebruikt.some((naam) => regel.trim().startsWith(`--${naam}`))
}

/** Haalt de regels op het hoogste niveau weg die alleen over niet gebruikte onderdelen gaan. */
function snoei(css: string, gebruikt: readonly string[]): string {
  const blijft = (kop: string, inhoud: string) => {
    const over = kop.startsWith('@') ? inhoud : kop
    if (over.includes('.utrecht-rich-text')) return false
    return (
      !over.includes('.utrecht-') ||
      gebruikt.some(
        (naam) => new RegExp(`\\.${naam}(?![a-z0-9])(?!-[a-z0-9])`).test(over) || (naam.endsWith('-') && over.includes(`.${naam}`)),
      )
    )
  }
  let uit = ''
  let diepte = 0
  let begin = 0
  let kop = ''
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{' && diepte++ === 0) kop = css.slice(begin, i).trim()
    else if (css[i] === '}' && --diepte === 0) {
      if (blijft(kop, css.slice(begin, i))) uit += css.slice(begin, i + 1)
      begin = i + 1
    }
  }
  return uit
}

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [nlDesignSystem(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Niets als data:-adres in de pagina: dat laat het beveiligingsbeleid niet toe.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // Tijdens het ontwikkelen komen de catalogi van een draaiende `npm start`.
    proxy: { '^/catalogi(\\.json|/.*)$': process.env.MEEDOEN_ADRES ?? 'http://127.0.0.1:8080' },
  },
})
