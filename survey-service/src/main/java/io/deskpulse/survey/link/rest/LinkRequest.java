package io.deskpulse.survey.link.rest;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.contact.Address;
import io.deskpulse.survey.contact.rest.AddressRequest;
import io.deskpulse.survey.offer.Means;
import io.deskpulse.survey.offer.rest.OfferRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * For whom a link is wanted, from a body.
 *
 * @param means LINK where the caller passes it on
 * @param to where it is to be sent; empty for the customer's contact
 */
record LinkRequest(OfferRequest offer, Means means, Optional<Address> to) {
    static LinkRequest read(byte[] body) {
        Set<String> members = new HashSet<>(OfferRequest.members());
        members.add("send");
        Members request = Members.of(body).only(members);
        OfferRequest offer = OfferRequest.read(request);
        Optional<Members> send = request.object("send");
        if (send.isEmpty()) {
            return new LinkRequest(offer, Means.LINK, Optional.empty());
        }
        if (offer.context().customer() == null) {
            throw new InvalidMember("/customer", "Name the customer: addresses and refusals are kept under it.");
        }
        send.get().only(Set.of("by", "to"));
        Means means = send.get().required("by", send.get().oneOf("by", AddressRequest.BY));
        return new LinkRequest(offer, means, AddressRequest.read(send.get(), "to", means));
    }
}
