import type { ComponentChildren } from "preact";

const paths = {
  search: <><circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" /></>,
  quote: <path d="M5 6h14v9H11l-4 4v-4H5zM8.5 9.5h7M8.5 12h4" />,
  number: <path d="M5 19V9M10 19V5M15 19v-7M20 19V8" />,
  pledge: <path d="M7 4v16M7 5h11l-2.5 4L18 13H7" />,
  person: <><circle cx="12" cy="8" r="3.5" /><path d="M5 20c.8-4 3.5-6 7-6s6.2 2 7 6" /></>,
  trend: <path d="M4 18 9 12l4 3 7-9M15 6h5v5" />,
  compare: <path d="M8 4v16M16 4v16M4 9l4-5 4 5M12 15l4 5 4-5" />,
  map: <path d="M4 4h4.5v4.5H4zM9.8 4h4.5v4.5H9.8zM9.8 9.8h4.5v4.5H9.8zM15.5 9.8H20v4.5h-4.5zM15.5 15.5H20V20h-4.5z" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4" />,
  status: <><circle cx="12" cy="12" r="8" /><path d="M12 7.5V12l3 2.5" /></>,
  quality: <path d="m4.5 12.5 4.5 5L19.5 6.5" />,
  help: <><circle cx="12" cy="12" r="8" /><path d="M9.7 9.8a2.3 2.3 0 1 1 3.4 2c-.8.5-1.1.9-1.1 1.8M12 16.2v.2" /></>,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  key: <><circle cx="8" cy="15" r="3.5" /><path d="m10.5 12.5 8-8M15.5 7.5l3 3" /></>,
  sun: <><circle cx="12" cy="12" r="3.5" /><path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8" /></>,
  moon: <path d="M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z" />,
  auto: <><circle cx="12" cy="12" r="7.5" /><path d="M12 4.5v15a7.5 7.5 0 0 0 0-15z" fill="currentColor" /></>,
  calendar: <path d="M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4" />,
  download: <path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14" />,
  out: <path d="M10 6H5v13h13v-5M13 4.5h6.5V11M19 5l-8.5 8.5" />,
  copy: <path d="M8.5 8.5h11v11h-11zM5 15.5h-.5v-11h11V5" />,
  earlier: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  later: <path d="M14.5 5.5 8 12l6.5 6.5" />,
  down: <path d="m6 9.5 6 6 6-6" />,
  filter: <path d="M4.5 6h15M7.5 12h9M10.5 18h3" />,
  feed: <><path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14" /><circle cx="6" cy="18" r="1" /></>,
  right: <path d="M7.5 20V10.5L12 4c1.6 0 2.2 1.2 2 2.5l-.6 3.5h5l-1.6 8.4c-.2 1-.9 1.6-1.8 1.6z" />,
  wrong: <path d="M16.5 4v9.5L12 20c-1.6 0-2.2-1.2-2-2.5l.6-3.5h-5l1.6-8.4C7.4 4.6 8.1 4 9 4z" />,
  link: <path d="m10 14 4-4M8.5 11.5l-2 2a3 3 0 0 0 4.2 4.2l2-2M15.5 12.5l2-2a3 3 0 0 0-4.2-4.2l-2 2" />,
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof paths;

/** A drawing beside words; it says nothing by itself. */
export const Icon = (props: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{paths[props.name]}</svg>
);
