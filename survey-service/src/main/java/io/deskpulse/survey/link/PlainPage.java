package io.deskpulse.survey.link;

import io.deskpulse.survey.page.Notice;
import io.deskpulse.survey.page.Notices;
import io.deskpulse.survey.page.Page;
import io.deskpulse.survey.page.Tongue;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Says that there is a survey, where no page to answer it is installed. */
@Singleton
@DefaultBean
class PlainPage implements HostedPage {
    private final Notices notices;

    PlainPage(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Page of(Link.Open link) {
        return notices.tell(Notice.OPEN, Tongue.of(link.offer().context().language()));
    }
}
