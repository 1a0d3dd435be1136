package io.deskpulse.alerting.alert;

/** Is told that changes stand in the tables, so that whoever carries them on need not look for them. Every bean of this type is told. */
public interface ChangesCommitted {
    void committed(int changes);
}
