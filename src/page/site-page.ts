import type { SiteModel } from "../lib/models/saved/site-model";
import { startPage } from "./page";
import { LocalSource } from "./sources/local-source";

/** Set by model.js, which the page loads before this. */
declare const SITE_MODEL: SiteModel;

void startPage(new LocalSource(SITE_MODEL));
