/** Stijlblad van NL Design System, samengesteld in `vite.config.ts`. */
declare module 'virtual:nlds.css'
