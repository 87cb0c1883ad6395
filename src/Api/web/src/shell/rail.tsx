import { Icon } from "../parts/icons";
import { Link } from "../router";
import { groups } from "../views";

/** The views of the page, in groups. */
export const Rail = (props: { path: string; open: boolean }) => (
  <nav class={props.open ? "rail open" : "rail"} id="rail" aria-label="بخش‌ها">
    {groups.map(([title, views]) => (
      <section key={title}>
        <h2>{title}</h2>
        <ul>{views.map(({ path, name, icon }) => <li key={path}><Link href={path} current={props.path === path || (path !== "/" && props.path.startsWith(`${path}/`))}><Icon name={icon} />{name}</Link></li>)}</ul>
      </section>
    ))}
  </nav>
);
