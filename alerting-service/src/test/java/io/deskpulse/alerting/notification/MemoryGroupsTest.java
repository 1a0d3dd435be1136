package io.deskpulse.alerting.notification;

import java.util.List;

class MemoryGroupsTest extends GroupsContract {
    private final MemoryGroups groups = new MemoryGroups();

    @Override
    protected Groups groups() {
        return groups;
    }

    @Override
    protected List<Entry> log(String ofTenant) {
        return groups.log();
    }
}
