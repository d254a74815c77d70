import { LocalSource } from "./local-source";
import { startPage } from "./page";
import type { SiteModel } from "./site-model";

/** Set by model.js, which the page loads before this. */
declare const SITE_MODEL: SiteModel;

void startPage(new LocalSource(SITE_MODEL));
