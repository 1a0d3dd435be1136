package io.deskpulse.survey.link;

import io.deskpulse.survey.page.Page;

/** The page behind a link that can be answered. Its script posts to the address it came from. */
public interface HostedPage {
    Page of(Link.Open link);
}
