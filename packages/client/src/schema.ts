/** Written by npm run generate from what /v1/openapi.json describes. */

export interface paths {
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published articles, in pages */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An article, with where its symptoms and remedies stand in the text */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/symptoms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published symptoms by name, in pages */
        get: operations["listSymptoms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/symptoms/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A symptom, and what it is linked with */
        get: operations["getSymptom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remedies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published remedies by name, in pages */
        get: operations["listRemedies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/remedies/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A remedy, and what it is linked with */
        get: operations["getRemedy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clinics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published clinics by name, in pages */
        get: operations["listClinics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clinics/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A clinic, and what it is linked with */
        get: operations["getClinic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The symptoms and remedies that carry a code, and the articles that link them */
        get: operations["lookUpCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/infobutton": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a health record asks (HL7 Infobutton, as MedlinePlus Connect takes it)
         * @description An Atom feed in XML or JSON. Further criteria carry a number: `mainSearchCriteria.v.c1`.
         */
        get: operations["infobutton"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles, symptoms, remedies and clinics by their words, the best first */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is served, and when it changed */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * First everything, then only what changed
         * @description Begin without a cursor, keep the cursor that each answer gives once its items are kept, and ask with it again: at once while `more` is true. Nothing is left out, however old a cursor is; a document may come twice.
         */
        get: operations["sync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything in one stream, a JSON value a line
         * @description The first line has the cursor that `/v1/sync` goes on from, the last one the number of documents. Each line between has `type`, `id`, `sha256` and, last, `document`; the digest is of the document’s bytes as they stand in the line.
         */
        get: operations["getBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A draft, by the token of a preview link
         * @description For the page of a website that the admin opens beside its editor, at `/preview?token=…`. It answers as the endpoint of the published document does, from the newest version in the language of the link. A POST with the form that the admin posts to the page (`payload-live-preview`) as JSON, `{"data": …}`, answers the draft as it is being typed. The token is good for ten to twenty minutes; the answer is not to be kept. A draft may be incomplete: what a published document must have may be null. Pictures that are not published have addresses that hold the token.
         */
        get: operations["previewDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An error (RFC 9457). */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable: what a program should look at. */
            code: string;
            detail?: string;
            /** @description The parameter that is at fault. */
            parameter?: string;
            /** @description What the operators’ log calls the request. */
            requestId?: string;
        };
        /** @description A symptom, remedy or clinic as another document names it. */
        Reference: {
            slug: string;
            name: string;
            /** Format: uri */
            href: string;
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
        };
        ArticleList: {
            articles: components["schemas"]["ListedArticle"][];
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
        };
        /** @description An article in a list. */
        ListedArticle: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            title: string;
            summary: string | null;
            urgency: ("self-care" | "clinician" | "urgent" | "emergency") | null;
            symptoms: components["schemas"]["Reference"][];
            remedies: components["schemas"]["Reference"][];
            /** Format: date-time */
            reviewedOn: string | null;
            /** Format: date-time */
            nextReviewDue: string | null;
            /** Format: date-time */
            modified: string;
        };
        Article: {
            id: string;
            /** @description In the language asked for. */
            slug: string;
            /**
             * @description The language that was asked for.
             * @enum {string}
             */
            locale: "en" | "es";
            /** @description The languages that the article is ready in, with its address in each. */
            locales: components["schemas"]["Translation"][];
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            title: string;
            summary: string | null;
            /** @description The text by its headings. What stands before the first heading has the anchor `intro` and level 0. */
            sections: components["schemas"]["Section"][];
            /** @description The whole text; with include=html. */
            html?: string;
            /** @description The whole text as plain words; with include=text. */
            text?: string;
            keyPoints: string[];
            seekCare: {
                urgency: ("self-care" | "clinician" | "urgent" | "emergency") | null;
                text: string | null;
            };
            /** @description The main ones first. */
            symptoms: components["schemas"]["LinkedTerm"][];
            remedies: components["schemas"]["LinkedTerm"][];
            clinics: components["schemas"]["LinkedTerm"][];
            references: {
                citation: string;
                /** Format: uri */
                url: string | null;
                doi: string | null;
                pmid: string | null;
            }[];
            byline: {
                author: string | null;
                reviewer: string | null;
            };
            /** Format: date-time */
            reviewedOn: string | null;
            /** Format: date-time */
            nextReviewDue: string | null;
            readingTimeMinutes: number;
            /** @description Null where the text has no words. When `fellBack` names it, it is about the English text. */
            readability: components["schemas"]["Readability"] | null;
            /** @description The picture above the text. */
            hero: components["schemas"]["Image"] | null;
            /** @description All of the article: the one above the text first, then those in it. */
            images: components["schemas"]["Image"][];
            license: string | null;
            /** @description Whom to name when this text is used elsewhere. */
            attribution: string | null;
            /** @description Show it where the article is shown. */
            recall: components["schemas"]["Recall"] | null;
            /** Format: uri */
            canonicalUrl: string;
            /** @description At most five, those that share the most symptoms first. */
            related: components["schemas"]["ArticleReference"][];
            /**
             * Format: date-time
             * @description When readers first got it.
             */
            published: string | null;
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            modified: string;
            /** @description schema.org, to be put into a page. In a script element, write each < as \u003c. */
            jsonLd: {
                /** @constant */
                "@context": "https://schema.org";
                /** @constant */
                "@type": "MedicalWebPage";
            };
        };
        /** @description The article was put right, or is not to be followed. */
        Recall: {
            /** @enum {string} */
            kind: "corrected" | "recalled";
            reason: string;
            /** Format: date-time */
            at: string;
        };
        /** @description How hard a text is to read: each score by its name, null where its language has none. */
        Readability: {
            /**
             * @description Of the text that was measured.
             * @enum {string}
             */
            language: "en" | "es";
            /** @description Headings and list items are sentences too. */
            sentences: number;
            words: number;
            wordsPerSentence: number;
            syllablesPerWord: number;
            /** @description Flesch reading ease (1948), for English: from about 0 (hard) to 100 (easy). */
            fleschReadingEase: number | null;
            /** @description Flesch–Kincaid grade (1975), for English: a school grade of the United States. */
            fleschKincaidGrade: number | null;
            /** @description SMOG (McLaughlin 1969), for English: a school grade. Rough for a text of fewer than 30 sentences. */
            smog: number | null;
            /** @description Gunning fog (1952), for English: years of schooling. */
            gunningFog: number | null;
            /** @description Fernández Huerta (1959), for Spanish: from about 0 (hard) to 100 (easy). */
            fernandezHuerta: number | null;
            /** @description Szigriszt-Pazos (1993) on the INFLESZ scale, for Spanish: from about 0 (hard) to 100 (easy); 55 and above is plain for most. */
            inflesz: number | null;
        };
        Translation: {
            /** @enum {string} */
            locale: "en" | "es";
            slug: string;
            /** Format: uri */
            href: string;
        };
        Section: {
            /** @description The id of the heading in the HTML. */
            anchor: string;
            heading: string;
            /** @description 2 to 6; 0 before the first heading. */
            level: number;
            /** @description What stands below the heading. */
            html: string;
            text: string;
        };
        LinkedTerm: {
            slug: string;
            name: string;
            /** Format: uri */
            href: string;
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            /** @description Where it stands in this text. Empty where an editor linked it by hand. */
            mentions: components["schemas"]["Mention"][];
        };
        Mention: {
            text: string;
            /** @description The heading of its section. */
            section: string;
            anchor: string;
            /** @description The text says that it is not there. Such mentions are not given at present. */
            negated: boolean;
            /** @description Offsets in `text` (include=text), in UTF-16 code units. */
            start: number;
            end: number;
        };
        Image: {
            /** Format: uri */
            url: string;
            width: number | null;
            height: number | null;
            alt: string;
            caption: string | null;
            credit: string | null;
            mimeType: string | null;
            /** @description By name. */
            sizes: {
                [key: string]: components["schemas"]["ImageSize"];
            };
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
        };
        ImageSize: {
            /** Format: uri */
            url: string;
            width: number | null;
            height: number | null;
        };
        ArticleReference: {
            slug: string;
            title: string;
            /** Format: uri */
            href: string;
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
        };
        ListedSymptom: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            synonyms: string[];
            description: string | null;
            urgency: ("self-care" | "clinician" | "urgent" | "emergency") | null;
        };
        ListedRemedy: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            synonyms: string[];
            kind: string;
        };
        ListedClinic: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            address: {
                street: string | null;
                city: string | null;
                region: string | null;
                postalCode: string | null;
                /** @description Two letters (ISO 3166-1). */
                country: string | null;
            };
            latitude: number | null;
            longitude: number | null;
            timeZone: string | null;
            phone: string | null;
            /** @description At the moment of the answer; null where the hours are not known. */
            open: components["schemas"]["Open"] | null;
            /** @description From `near`. */
            distanceKm?: number;
            /** @description At the time of `openAt`. */
            openAt?: components["schemas"]["Open"];
        };
        SymptomList: {
            symptoms: components["schemas"]["ListedSymptom"][];
            /** @description On all pages. */
            total: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
        };
        RemedyList: {
            remedies: components["schemas"]["ListedRemedy"][];
            /** @description On all pages. */
            total: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
        };
        ClinicList: {
            clinics: components["schemas"]["ListedClinic"][];
            /** @description On all pages. */
            total: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
        };
        Code: {
            /** @enum {string} */
            system: "snomed" | "icd-10-cm" | "mesh";
            code: string;
            display: string | null;
        };
        Open: {
            now: boolean;
            /**
             * Format: date-time
             * @description Where it is open and will close.
             */
            until?: string;
            /**
             * Format: date-time
             * @description When it opens next, within 60 days.
             */
            next?: string;
        };
        Symptom: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            synonyms: string[];
            description: string | null;
            urgency: ("self-care" | "clinician" | "urgent" | "emergency") | null;
            /** @description Those that link it, at most 50, the last changed first. */
            articles: components["schemas"]["ArticleReference"][];
            /** Format: date-time */
            created: string;
            /** @description schema.org, to be put into a page. In a script element, write each < as \u003c. */
            jsonLd: Record<string, unknown>;
            /** @description Phrases that hold its words and mean something else. */
            notPhrases: string[];
            bodySites: string[];
            /** @description Signs that need help at once. */
            redFlags: string[];
            codes: components["schemas"]["Code"][];
            relievedBy: components["schemas"]["Reference"][];
        };
        Remedy: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            synonyms: string[];
            kind: string;
            /** @description Those that link it, at most 50, the last changed first. */
            articles: components["schemas"]["ArticleReference"][];
            /** Format: date-time */
            created: string;
            /** @description schema.org, to be put into a page. In a script element, write each < as \u003c. */
            jsonLd: Record<string, unknown>;
            /** @description Phrases that hold its words and mean something else. */
            notPhrases: string[];
            instructions: {
                html: string;
                text: string;
            };
            frequency: string | null;
            cautions: string | null;
            evidence: {
                level: string | null;
                reference: string | null;
            };
            codes: components["schemas"]["Code"][];
            relieves: components["schemas"]["Reference"][];
        };
        Clinic: {
            id: string;
            slug: string;
            /** Format: uri */
            href: string;
            /** @enum {string} */
            locale: "en" | "es";
            /** @description The fields that came in English, because they are not ready in the language that was asked for. */
            fellBack: string[];
            name: string;
            /** Format: date-time */
            modified: string;
            address: {
                street: string | null;
                city: string | null;
                region: string | null;
                postalCode: string | null;
                /** @description Two letters (ISO 3166-1). */
                country: string | null;
            };
            latitude: number | null;
            longitude: number | null;
            timeZone: string | null;
            phone: string | null;
            /** @description At the moment of the answer; null where the hours are not known. */
            open: components["schemas"]["Open"] | null;
            /** @description Those that link it, at most 50, the last changed first. */
            articles: components["schemas"]["ArticleReference"][];
            /** Format: date-time */
            created: string;
            /** @description schema.org, to be put into a page. In a script element, write each < as \u003c. */
            jsonLd: Record<string, unknown>;
            hours: {
                weekly: {
                    day: string;
                    opens: string | null;
                    closes: string | null;
                }[];
                exceptions: {
                    date: string;
                    closed: boolean;
                    opens: string | null;
                    closes: string | null;
                    note: string | null;
                }[];
            };
            /** Format: uri */
            website: string | null;
            /** Format: uri */
            bookingUrl: string | null;
            services: string[];
            /** @description Conditions treated. */
            symptoms: components["schemas"]["Reference"][];
            languages: string[];
        };
        Lookup: {
            /** @enum {string} */
            system: "snomed" | "icd-10-cm" | "mesh";
            /** @description As entries carry it. */
            code: string;
            locale: string;
            symptoms: components["schemas"]["ListedSymptom"][];
            remedies: components["schemas"]["ListedRemedy"][];
            articles: {
                id: string;
                slug: string;
                title: string;
                summary: string | null;
                /** Format: date-time */
                modified: string;
                /** Format: uri */
                href: string;
                /** @description The fields that came in English, because they are not ready in the language that was asked for. */
                fellBack: string[];
            }[];
        };
        SearchAnswer: {
            locale: string;
            results: {
                /** @enum {string} */
                kind: "article" | "symptom" | "remedy" | "clinic";
                slug: string;
                name: string;
                /** Format: uri */
                href: string;
                /** @description For comparing results of one answer. */
                score: number;
                /** @description HTML: escaped words, those that were found in <mark>. */
                snippet: string;
                /** Format: date-time */
                modified: string;
                /** @description The fields that came in English, because they are not ready in the language that was asked for. */
                fellBack: string[];
            }[];
            suggestions: string[];
        };
        Manifest: {
            position: number;
            documents: components["schemas"]["Served"][];
        };
        Served: {
            /** @enum {string} */
            type: "articles" | "symptoms" | "remedies" | "clinics";
            id: string;
            locales: string[];
            slugs: {
                [key: string]: string;
            };
            /** Format: date-time */
            modified: string;
            /** Format: date-time */
            reviewed: string | null;
            /** Format: date-time */
            nextReview: string | null;
            /** @enum {unknown} */
            recall: "corrected" | "recalled" | null;
        };
        SyncPage: {
            items: (components["schemas"]["Upsert"] | components["schemas"]["Removal"])[];
            cursor: string;
            /** @description There is more already. */
            more: boolean;
            /** @description About how many documents or changes are still to come, for showing progress. */
            remaining: number;
        };
        Upsert: {
            /** @constant */
            op: "upsert";
            /** @enum {string} */
            type: "articles" | "symptoms" | "remedies" | "clinics";
            id: string;
            /** @description As its own address gives it, without what depends on others or on the hour. */
            document: Record<string, unknown>;
        };
        Removal: {
            /** @constant */
            op: "remove";
            /** @enum {string} */
            type: "articles" | "symptoms" | "remedies" | "clinics";
            id: string;
            /** @enum {string} */
            reason: "withdrawn" | "deleted";
            /** Format: date-time */
            at: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listArticles: {
        parameters: {
            query?: {
                /** @description The slug of a symptom that the articles are linked to. */
                symptom?: string;
                /** @description The slug of a remedy that the articles are linked to. */
                remedy?: string;
                /** @description The slug of a clinic that the articles are linked to. */
                clinic?: string;
                /** @description How soon somebody should get help. */
                urgency?: "self-care" | "clinician" | "urgent" | "emergency";
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description Changed at this moment or later. An ISO 8601 date, or a date and time with its offset. */
                modifiedSince?: string;
                /** @description Medically reviewed on this day or later. An ISO 8601 date, or a date and time with its offset. */
                reviewedSince?: string;
                /** @description A minus turns it round. By title come the articles that are ready in the language asked for. Articles without the date that is sorted by come first, with a minus last. */
                sort?: "title" | "-title" | "modified" | "-modified" | "reviewed" | "-reviewed" | "nextReview" | "-nextReview";
                /** @description Articles on a page. */
                limit?: number;
                /** @description Where the page begins: taken from `next`, with the same sort. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description Which mentions are links in the HTML: the first of each symptom, remedy and clinic in each section, all, or none. */
                linkMentions?: "first" | "all" | "none";
                /** @description The whole text too: html, text or both, with a comma between them. */
                include?: string;
            };
            header?: never;
            path: {
                /** @description In the language asked for, or in English. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description It has another address now */
            301: {
                headers: {
                    /** @description The new address */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing published at this address (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSymptoms: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description What the name begins with, without case and accents. */
                q?: string;
                /** @description How many. */
                limit?: number;
                /** @description Where the page begins: taken from `next`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of symptoms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SymptomList"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSymptom: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description In the language asked for, or in English. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The symptom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Symptom"];
                };
            };
            /** @description It has another address now */
            301: {
                headers: {
                    /** @description The new address */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing published at this address (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRemedies: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description What the name begins with, without case and accents. */
                q?: string;
                /** @description How many. */
                limit?: number;
                /** @description Where the page begins: taken from `next`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of remedies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemedyList"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRemedy: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description In the language asked for, or in English. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The remedy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remedy"];
                };
            };
            /** @description It has another address now */
            301: {
                headers: {
                    /** @description The new address */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing published at this address (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClinics: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description What the name begins with, without case and accents. */
                q?: string;
                /** @description How many. */
                limit?: number;
                /** @description Where the page begins: taken from `next`. */
                cursor?: string;
                /** @description A place as latitude,longitude in degrees: clinics around it, the nearest first. Not with `q`. */
                near?: string;
                /** @description How far from `near`, in kilometres. */
                radius?: number;
                /** @description With `near`: those that are open then. `now`, or an ISO 8601 time with its offset. */
                openAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clinics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClinicList"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClinic: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
            };
            header?: never;
            path: {
                /** @description In the language asked for, or in English. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clinic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clinic"];
                };
            };
            /** @description It has another address now */
            301: {
                headers: {
                    /** @description The new address */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing published at this address (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookUpCode: {
        parameters: {
            query: {
                /** @description snomed, icd-10-cm or mesh, or the OID or URI of one of them. */
                system: string;
                /** @description Without regard to case, and in ICD-10-CM to the point. */
                code: string;
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What stands behind the code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lookup"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    infobutton: {
        parameters: {
            query: {
                /** @description The OID of the code system. */
                "mainSearchCriteria.v.cs": string;
                /** @description The code; without one the words are looked for. */
                "mainSearchCriteria.v.c"?: string;
                /** @description The words for it. */
                "mainSearchCriteria.v.dn"?: string;
                /** @description Who reads it. */
                informationRecipient?: "PAT" | "PROV" | "PAYOR";
                /** @description en or es; English for any other. */
                "informationRecipient.languageCode.c"?: string;
                /** @description The form of the answer. */
                knowledgeResponseType?: "text/xml" | "application/json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/json": {
                        feed: Record<string, unknown>;
                    };
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The search index is being made, or the database is away (`unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Up to 12 words. */
                q: string;
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description How many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The search index is being made, or the database is away (`unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sync: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description Links lead to these pages of a website or an app instead of to `/v1`. */
                addresses?: string;
                /** @description From the last answer. Opaque. */
                cursor?: string;
                /** @description How many documents or changes an answer holds at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next documents and changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncPage"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBundle: {
        parameters: {
            query?: {
                /** @description The language. What is not ready in it comes in English and is named in `fellBack`. */
                locale?: "en" | "es";
                /** @description Links lead to these pages of a website or an app instead of to `/v1`. */
                addresses?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDraft: {
        parameters: {
            query: {
                /** @description From the address of the page. */
                token: string;
                /** @description Of an article: as for a published one. */
                linkMentions?: "first" | "all" | "none";
                /** @description Of an article: as for a published one. */
                include?: string;
                /** @description Links lead to these pages of a website or an app instead of to `/v1`. */
                addresses?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the link is for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"] | components["schemas"]["Symptom"] | components["schemas"]["Remedy"] | components["schemas"]["Clinic"];
                };
            };
            /** @description A parameter that is not offered, or a value that it does not take (`bad-parameter`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token was not made here (`bad-token`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing published at this address (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token was good, and its time is over (`expired-token`) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
